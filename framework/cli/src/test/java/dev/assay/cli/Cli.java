package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real command line, in a process of its own, as a user starts it. */
record Cli(Path folder, Map<String, String> environment, List<String> jvmOptions) {

  /** The project's folder, where tests run two levels below it. */
  static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How a command ended. */
  record Result(int exitCode, String out, String err) {

    /** The document on standard output; there must be nothing else. */
    JsonNode json() {
      try {
        return Json.MAPPER.readTree(out);
      } catch (IOException e) {
        throw new AssertionError("no JSON document: " + out + err, e);
      }
    }
  }

  /** A command line that starts in the project's folder. */
  static Cli inProject() {
    return new Cli(PROJECT, Map.of(), List.of());
  }

  Cli with(String variable, String value) {
    return new Cli(folder, Map.of(variable, value), jvmOptions);
  }

  /** Starts a command; its output goes to files. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    return process(command(arguments))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /** Starts a command on a terminal; what it shows goes to a file, and its input can be typed. */
  Process startOnTerminal(Path shown, String... arguments) throws IOException {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add(Terminal.OPTION_PREFIX + "err=100");
    String quoted =
        new Cli(folder, environment, options)
            .command(arguments).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    // A build in the background ignores Ctrl-C, and what it starts would do so too.
    String listening = "env --default-signal=INT " + quoted;
    return process(List.of("script", "--quiet", "--return", "--command", listening, "/dev/null"))
        .redirectOutput(shown.toFile())
        .start();
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("MLFLOW_TRACKING_URI");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs a command to its end. */
  Result run(String... arguments) {
    return runWithin(PATIENCE, arguments);
  }

  /** Runs a command to its end, which may take some time. */
  Result runWithin(Duration patience, String... arguments) {
    try {
      Path out = Files.createTempFile("assay", ".out");
      Path err = Files.createTempFile("assay", ".err");
      Process process = start(out, err, arguments);
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end in sight: " + Files.readString(err));
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
