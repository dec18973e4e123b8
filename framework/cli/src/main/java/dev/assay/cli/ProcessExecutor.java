package dev.assay.cli;

import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.run.Outcome;
import dev.assay.engine.run.RunFolder;
import dev.assay.engine.sweep.Trial;
import dev.assay.engine.sweep.TrialExecutor;
import dev.assay.engine.sweep.TrialResult;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs each trial in a process of its own, so that one that crashes takes nothing else with it.
 * What a trial says stands in {@code trials/} of the sweep's folder.
 */
final class ProcessExecutor implements TrialExecutor {

  private final List<String> command;
  private final RunFolder sweep;
  private final Path logs;
  private final int workers;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * An executor on this machine.
   *
   * @param command the program and its arguments, but for the trial's own
   */
  ProcessExecutor(List<String> command, RunFolder sweep, int workers) {
    this.command = command;
    this.sweep = sweep;
    this.workers = workers;
    this.logs = sweep.path().resolve("trials");
  }

  @Override
  public int capacity() {
    return workers;
  }

  @Override
  public TrialResult run(Trial trial) {
    try {
      Files.createDirectories(logs);
      Path answer = logs.resolve(trial.number() + ".json");
      Process process =
          new ProcessBuilder(command(trial))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(answer.toFile())
              .redirectError(logs.resolve(trial.number() + ".log").toFile())
              .start();
      running.add(process);
      process.waitFor();
      running.remove(process);
      return result(answer);
    } catch (IOException e) {
      return new TrialResult("failed", Map.of(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TrialResult("killed", Map.of(), null);
    }
  }

  private List<String> command(Trial trial) {
    List<String> full = new ArrayList<>(command);
    for (Map.Entry<String, Node> value : trial.values().entrySet()) {
      full.addAll(List.of("--set", value.getKey() + "=" + YamlWriter.flow(value.getValue())));
    }
    full.addAll(List.of("--sweep-folder", sweep.path().toString()));
    full.addAll(List.of("--run-name", sweep.name() + "-trial-" + trial.number()));
    return full;
  }

  /** A trial that left no document has failed. */
  private static TrialResult result(Path answer) throws IOException {
    if (Files.size(answer) == 0) {
      return new TrialResult("failed", Map.of(), null);
    }
    Outcome outcome = Json.MAPPER.readValue(answer.toFile(), Outcome.class);
    return new TrialResult(outcome.status(), outcome.metrics(), outcome.run());
  }

  @Override
  public void close() {
    running.forEach(Process::destroy);
  }
}
