package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Result;
import dev.assay.cli.Launcher.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Builds a copy of the project, several times: slow. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherTest {

  private static final String BUILDING = "assay: building: ";
  private static final String MAIN = "framework/cli/src/main/java/dev/assay/cli/Main.java";
  private static final String VERSION_LINE = "assay 0.1.0\n";

  @TempDir static Path folder;

  private Path project = Path.of("");
  private Launcher assay = Launcher.of(project);
  private Result first = new Result(-1, "", "");
  private Result second = new Result(-1, "", "");

  @BeforeAll
  void twoCallsOfAFreshClone() throws IOException, InterruptedException {
    // No letter of the path may mean anything to a shell, to Maven or to Java.
    project = folder.resolve("a clone's $HOME");
    Launcher.copyProject(project);
    assay = Launcher.of(project);
    Running one = assay.start("--version");
    Running other = assay.start("--version");
    first = one.end();
    second = other.end();
  }

  @Test
  void twoCallsAtTheSameTimeBuildOnce() {
    assertThat(List.of(first, second))
        .allSatisfy(
            call -> {
              assertThat(call.exitCode()).as(call.err()).isZero();
              assertThat(call.out()).isEqualTo(VERSION_LINE);
            });
    assertThat(Stream.of(first.err(), second.err()).filter(err -> err.contains(BUILDING)))
        .hasSize(1);
    assertThat(Stream.of(first.err(), second.err()).filter(err -> err.contains("waiting for it")))
        .hasSize(1);
  }

  @Test
  void aLaterCallHasNothingToSay() throws IOException, InterruptedException {
    assertThat(assay.run("--version")).isEqualTo(new Result(0, VERSION_LINE, ""));
  }

  @Test
  void resultsAreTheProjectsFromWhereverItIsCalled() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("usr local/bin"));
    Path link = Files.createSymbolicLink(bin.resolve("as"), Path.of("../opt/assay"));
    Path opt = Files.createDirectories(folder.resolve("usr local/opt"));
    Files.createSymbolicLink(
        opt.resolve("assay"), opt.relativize(project.resolve("assay").toAbsolutePath()));
    Result result = assay.run(folder, link, "doctor", "--format", "json");
    assertThat(result.err()).isEmpty();
    assertThat(Path.of(result.json().get("results_folder").asText()))
        .isEqualTo(project.toRealPath().resolve("results"));
  }

  @Test
  void argumentsAndExitCodesPass() throws IOException, InterruptedException {
    String file = "no such \"$file\" *.yaml";
    Result result = assay.run("check", file);
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.out()).contains(file + ":1:1: ");
  }

  @Test
  void theProgramTakesTheLaunchersPlaceSoThatSignalsReachIt()
      throws IOException, InterruptedException {
    Path experiment = Cli.PROJECT.resolve("experiments/sorting/binary.yaml");
    Running run = assay.start("run", experiment.toString(), "--set", "training.epochs=100000");
    while (run.process().isAlive() && !Files.readString(run.err()).contains("epoch 2/")) {
      Thread.sleep(100);
    }
    run.process().destroy();
    Result result = run.end();
    assertThat(result.exitCode()).as(result.err()).isIn(Exit.INTERRUPTED, 128 + 15);
    Result runs = assay.run("runs", "--format", "json");
    assertThat(runs.json().get("runs").get(0).get("status").asText()).isEqualTo("killed");
  }

  @Test
  void aChangedSourceIsBuiltOnceMoreAndABrokenOneIsNamed()
      throws IOException, InterruptedException {
    Path file = project.resolve(MAIN);
    String source = Files.readString(file);
    assertThat(source).contains("\"assay \" + version()");

    Files.writeString(file, source.replace("\"assay \" + version()", "\"changed \" + version()"));
    Result changed = assay.run("--version");
    assertThat(changed.err()).startsWith(BUILDING + "sources have changed");
    assertThat(changed.out()).isEqualTo("changed 0.1.0\n");
    assertThat(assay.run("--version").err()).isEmpty();

    Path broken = file.resolveSibling("Broken.java");
    Files.writeString(broken, "package dev.assay.cli; class Broken { int x = y; }");
    Result refused = assay.run("--version");
    assertThat(refused.exitCode()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(refused.err().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("assay: the sources do not compile: framework/cli/src/main/java/")
        .contains("Broken.java:[1,");

    // The old file comes back with its old time, as an archive would bring it.
    Files.delete(broken);
    Files.delete(file);
    Launcher.copy(Cli.PROJECT.resolve(MAIN), file);
    assertThat(assay.run("--version").out()).isEqualTo(VERSION_LINE);
  }

  @Test
  void classesComeFromAnArchiveThatIsMadeAnewWhenItIsDamaged()
      throws IOException, InterruptedException {
    assertThat(classesFromTheArchive()).isPositive();
    Path archive = archive();
    long size = Files.size(archive);
    Files.delete(archive);
    Files.write(archive, new byte[(int) size / 2]);
    assertThat(classesFromTheArchive()).isPositive();
    assertThat(Files.size(archive)).isGreaterThan(size / 2);
  }

  @Test
  void aJvmThatTheArchiveDoesNotFitStartsWithoutIt() throws IOException, InterruptedException {
    Path file = archive();
    for (String option : List.of("-XX:ObjectAlignmentInBytes=16", "-Xshare:off", "-XX:+UseZGC")) {
      assertThat(assay.with("ASSAY_JAVA_OPTIONS", option).run("--version"))
          .isEqualTo(new Result(0, VERSION_LINE, ""));
    }
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void anArchiveThatCannotBeMadeIsNotMissed() throws IOException, InterruptedException {
    Path archive = archive();
    Path made = Path.of(archive + ".made");
    Files.delete(archive);
    Files.createFile(archive);
    Files.delete(made);
    Files.createFile(made);
    assertThat(assay.run("--version")).isEqualTo(new Result(0, VERSION_LINE, ""));
    assertThat(archive).isEmptyFile();
    Files.delete(made); // the next call tries again
  }

  private Path archive() throws IOException, InterruptedException {
    assertThat(assay.run("--version").exitCode()).isZero();
    try (Stream<Path> files = Files.list(project.resolve(".cache"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  /** Those of libraries: of a folder whose name has a space, as ours, no JDK 17 takes any. */
  private long classesFromTheArchive() throws IOException, InterruptedException {
    Launcher watched = assay.with("ASSAY_JAVA_OPTIONS", "-Xlog:class+load");
    return watched
        .run("--version")
        .out()
        .lines()
        .filter(line -> line.contains(" com.beust.jcommander.") && line.contains("(top)"))
        .count();
  }

  @Test
  void aTestThatChangedIsNoReasonToBuild() throws IOException, InterruptedException {
    Path test = project.resolve("framework/cli/src/test/java/dev/assay/cli/NewTest.java");
    Files.writeString(test, "not even Java");
    assertThat(assay.run("--version").err()).isEmpty();
  }

  @Test
  void aBuildThatWasKilledLeavesNothingInTheWay() throws IOException, InterruptedException {
    try (Stream<Path> jars = Files.list(project.resolve(".cache/jars"))) {
      for (Path jar : jars.toList()) {
        Files.delete(jar);
      }
    }
    Running build = assay.start("--version");
    Path owner = project.resolve(".cache/lock/owner");
    while (!Files.exists(owner) || Files.readString(owner).split(" ").length < 3) {
      assertThat(build.process().isAlive()).isTrue();
      Thread.sleep(20);
    }
    build.process().descendants().forEach(ProcessHandle::destroyForcibly);
    build.process().destroyForcibly();
    assertThat(build.end().err())
        .startsWith(BUILDING + "assay-cli-0.1.0-")
        .contains(".jar is gone");
    assertThat(owner).exists();

    assertThat(assay.run("--version").out()).isEqualTo(VERSION_LINE);
    assertThat(owner).doesNotExist();
  }
}
