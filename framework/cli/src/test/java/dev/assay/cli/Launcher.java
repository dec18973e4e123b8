package dev.assay.cli;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The real {@code ./assay} of a copy of the project, as a user starts it.
 *
 * @param project the copy's folder
 * @param environment changes to this process's variables; an empty value removes one
 */
record Launcher(Path project, Map<String, String> environment) {

  private static final long PATIENCE_SECONDS = 300;

  /** What a fresh clone does not have. */
  private static final Set<String> MADE = Set.of("target", "results", ".cache", ".git");

  /** A launcher with the JDK that runs the tests, and the libraries that they have. */
  static Launcher of(Path project) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("MLFLOW_TRACKING_URI", "");
    String repository = System.getProperty("localRepository"); // Surefire says it
    if (repository != null && !repository.contains(" ")) {
      environment.put("MAVEN_ARGS", "-Dmaven.repo.local=" + repository);
    }
    return new Launcher(project, environment);
  }

  Launcher with(String variable, String value) {
    Map<String, String> changed = new TreeMap<>(environment);
    changed.put(variable, value);
    return new Launcher(project, changed);
  }

  /** Copies what a fresh clone of the project has. */
  static void copyProject(Path to) throws IOException {
    for (String part : List.of("assay", "mvnw", ".mvn", "pom.xml", "framework", "plugins")) {
      copy(Cli.PROJECT.resolve(part), to.resolve(part));
    }
  }

  /** Copies a file or a folder, with the times and rights of the files. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (MADE.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = from.equals(file) ? to : to.resolve(from.relativize(file).toString());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Runs {@code ./assay} to its end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return run(project, project.resolve("assay"), arguments);
  }

  /** Runs the launcher under a name of its, from a folder, to its end. */
  Result run(Path folder, Path name, String... arguments) throws IOException, InterruptedException {
    return start(folder, name, arguments).end();
  }

  Running start(String... arguments) throws IOException {
    return start(project, project.resolve("assay"), arguments);
  }

  private Running start(Path folder, Path name, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(name.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    Path out = Files.createTempFile("assay", ".out");
    Path err = Files.createTempFile("assay", ".err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Running(builder.start(), out, err);
  }

  /** A call that has not ended yet. */
  record Running(Process process, Path out, Path err) {

    Result end() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end in sight: " + Files.readString(err));
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    }
  }
}
