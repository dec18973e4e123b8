package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says of a machine that cannot build: one line, and nothing is left. */
class LauncherRefusesTest {

  private static final String VARIABLE = "JAVA_HOME";

  @TempDir Path folder;

  private Path project = Path.of("");

  @BeforeEach
  void aFolderThatWasNeverBuilt() throws IOException {
    project = copy(folder.resolve("not built"));
  }

  private static Path copy(Path to) throws IOException {
    Launcher.copy(Cli.PROJECT.resolve("assay"), to.resolve("assay"));
    String build = "framework/cli/launcher/build.sh";
    Launcher.copy(Cli.PROJECT.resolve(build), to.resolve(build));
    return to;
  }

  @Test
  void noJava() throws IOException, InterruptedException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refuses(
        Launcher.of(project).with(VARIABLE, "").with("PATH", empty.toString()),
        "there is no java on the PATH",
        "install a JDK 17");
  }

  @Test
  void aJavaHomeWithoutJava() throws IOException, InterruptedException {
    refuses(
        Launcher.of(project).with(VARIABLE, "/no/such/jdk"),
        "JAVA_HOME is /no/such/jdk",
        "unset it");
  }

  @Test
  void anOldJava() throws IOException, InterruptedException {
    Path jdk = jdk("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    refuses(
        Launcher.of(project).with(VARIABLE, jdk.toString()),
        "is Java 11.0.2: Assay needs a JDK 17",
        "set JAVA_HOME");
  }

  @Test
  void aJavaThatDoesNotStart() throws IOException, InterruptedException {
    Path jdk = jdk("echo 'Error: could not find libjava.so' >&2; exit 1");
    refuses(
        Launcher.of(project).with(VARIABLE, jdk.toString()),
        "does not start: Error: could not find libjava.so");
  }

  @Test
  void aJavaWithoutACompiler() throws IOException, InterruptedException {
    Path jre = jdk("echo 'openjdk version \"21.0.9\" 2025-10-21' >&2");
    refuses(
        Launcher.of(project).with(VARIABLE, jre.toString()),
        jre + " has no compiler",
        "install a JDK");
  }

  @Test
  void aFolderThatNoClassPathCanHold() throws IOException, InterruptedException {
    refuses(Launcher.of(copy(folder.resolve("a:b"))), "rename it, without the colon");
  }

  @Test
  void aPlaceThatCannotBeWrittenTo() throws IOException, InterruptedException {
    Files.writeString(project.resolve(".cache"), "a file, where the folder should be");
    refuses(Launcher.of(project), ".cache cannot be written to (", "writable");
  }

  private Path jdk(String java) throws IOException {
    Path program = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\n" + java + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder.resolve("jdk");
  }

  private static void refuses(Launcher assay, String... words)
      throws IOException, InterruptedException {
    Result result = assay.run("--version");
    assertThat(result.exitCode()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).hasLineCount(1).startsWith("assay: ").contains(words);
    assertThat(Files.exists(assay.project().resolve(".cache/lock"))).isFalse();
  }
}
