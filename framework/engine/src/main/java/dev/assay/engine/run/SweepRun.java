package dev.assay.engine.run;

import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.sweep.Average;
import dev.assay.engine.sweep.Sweep;
import dev.assay.engine.sweep.Sweeper;
import dev.assay.engine.sweep.Sweeper.Finished;
import dev.assay.engine.sweep.TrialExecutor;
import dev.assay.engine.tracking.Drain;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Event.Status;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a sweep: a folder of its own, and a run for each trial. */
public final class SweepRun {

  private final Plan plan;
  private final Sweep sweep;
  private final RunRequest request;
  private final RunFolder folder;
  private final Journal journal;
  private final long start = System.nanoTime();

  private SweepRun(Plan plan, RunRequest request, RunFolder folder, Journal journal) {
    this.plan = plan;
    this.sweep = Objects.requireNonNull(plan.experiment().sweep());
    this.request = request;
    this.folder = folder;
    this.journal = journal;
  }

  /**
   * What came of a sweep; as JSON, the document that {@code sweep} answers.
   *
   * @param averages of trials that differ only in what is averaged over, the best first; none where
   *     nothing is
   */
  public record SweepOutcome(
      String sweep,
      String directory,
      List<TrialOutcome> trials,
      List<MeanOutcome> averages,
      @Nullable Best best,
      double seconds,
      Outcome.@Nullable Tracking tracking) {}

  /**
   * What came of a trial.
   *
   * @param values what stood in the holes, by key
   * @param objective null where there is none
   */
  public record TrialOutcome(
      int number,
      String status,
      Map<String, String> values,
      @Nullable Double objective,
      @Nullable String run) {}

  /**
   * What came of trials on the average.
   *
   * @param values what stood in the holes that are not averaged over, by key
   * @param trials how many have an objective
   * @param mean null where none has one
   * @param deviation the standard deviation of their objectives
   */
  public record MeanOutcome(
      Map<String, String> values, int trials, @Nullable Double mean, @Nullable Double deviation) {}

  /**
   * The best trial; where trials are averaged, the best mean, and the first of its trials.
   *
   * @param values what stood in the holes that are not averaged over, by key
   */
  public record Best(int number, Map<String, String> values, double objective) {}

  /**
   * Runs all trials of a plan that has a sweep.
   *
   * @param executors makes who runs the trials, for the sweep's folder
   * @param ended is told of each trial
   */
  public static SweepOutcome run(
      Plan plan,
      RunRequest request,
      Function<RunFolder, TrialExecutor> executors,
      Consumer<TrialOutcome> ended)
      throws IOException, InterruptedException {
    RunFolder folder =
        RunFolder.create(request.results(), plan.experiment().name(), request.name());
    try (Journal journal = new Journal(folder.path());
        TrialExecutor executor = executors.apply(folder)) {
      return new SweepRun(plan, request, folder, journal).run(executor, ended);
    }
  }

  private SweepOutcome run(TrialExecutor executor, Consumer<TrialOutcome> ended)
      throws IOException, InterruptedException {
    begin();
    Drain drain =
        request.tracker() == null
            ? null
            : new Drain(request.tracker(), folder.path(), request.warning());
    List<Finished> all;
    try {
      all = trials(executor, ended);
    } catch (RuntimeException | IOException | InterruptedException | Error e) {
      end(Status.FAILED, e.getMessage(), Map.of());
      closed(drain);
      throw e;
    }
    SweepOutcome outcome = outcome(all, null);
    folder.write("sweep.json", Json.pretty(outcome));
    artifact("sweep.json");
    Status status = request.stopped().getAsBoolean() ? Status.KILLED : Status.FINISHED;
    end(status, null, tags(outcome.best()));
    closed(drain);
    return drain == null || request.tracker() == null
        ? outcome
        : outcome(all, Outcome.Tracking.of(request.tracker(), drain));
  }

  private List<Finished> trials(TrialExecutor executor, Consumer<TrialOutcome> ended)
      throws IOException, InterruptedException {
    long seed = plan.experiment().seed();
    Consumer<Finished> heard = finished -> ended.accept(outcome(finished));
    return new Sweeper(sweep, seed, executor, heard, request.stopped()).run();
  }

  private void end(Status status, @Nullable String reason, Map<String, String> tags) {
    journal.append(new Event.End(System.currentTimeMillis(), status, reason, tags));
  }

  private static void closed(@Nullable Drain drain) {
    if (drain != null) {
      drain.close();
    }
  }

  private void artifact(String file) throws IOException {
    journal.append(folder.artifact(folder.path().resolve(file)));
  }

  private Map<String, String> tags(@Nullable Best best) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (best != null) {
      tags.put("assay.best.trial", Integer.toString(best.number()));
      tags.put("assay.best." + sweep.objective().metric(), Double.toString(best.objective()));
      best.values().forEach((key, value) -> tags.put("assay.best." + key, value));
    }
    return tags;
  }

  private void begin() throws IOException {
    Provenance provenance = Provenance.of(request.command(), request.file(), plan.transfers());
    folder.write("experiment.yaml", request.text());
    folder.write(RunFolder.RESOLVED, YamlWriter.write(plan.resolved()));
    folder.write("provenance.json", Json.pretty(provenance));
    Map<String, String> tags = new LinkedHashMap<>(plan.experiment().tags());
    tags.put("assay.file", request.file().toString());
    tags.put("assay.sweep", Integer.toString(plan.trials()));
    tags.put("assay.sweep.objective", sweep.objective().metric());
    tags.put("assay.sweep.goal", sweep.objective().goal().name().toLowerCase(Locale.ROOT));
    tags.putAll(provenance.tags());
    long now = System.currentTimeMillis();
    journal.append(
        new Event.Begin(
            now,
            UUID.randomUUID().toString(),
            plan.experiment().name(),
            folder.name(),
            plan.experiment().description(),
            null,
            tags));
    Map<String, String> space = new LinkedHashMap<>();
    sweep
        .space()
        .forEach(
            (key, values) ->
                space.put(
                    "sweep." + key, values.stream().map(YamlWriter::flow).toList().toString()));
    journal.append(new Event.Params(now, space));
    for (String file : List.of("experiment.yaml", RunFolder.RESOLVED, "provenance.json")) {
      artifact(file);
    }
  }

  private SweepOutcome outcome(List<Finished> all, Outcome.@Nullable Tracking tracking) {
    List<String> over = sweep.averageOver();
    List<Average> averages = over.isEmpty() ? List.of() : Average.of(all, over, sweep.objective());
    return new SweepOutcome(
        folder.name(),
        folder.path().toString(),
        all.stream().map(SweepRun::outcome).toList(),
        averages.stream().map(SweepRun::outcome).toList(),
        over.isEmpty() ? best(all) : bestOf(averages),
        (System.nanoTime() - start) / 1e9,
        tracking);
  }

  private @Nullable Best best(List<Finished> all) {
    return Sweeper.best(all, sweep.objective())
        .map(f -> new Best(f.trial().number(), words(f.trial().values()), f.objective()))
        .orElse(null);
  }

  private static @Nullable Best bestOf(List<Average> averages) {
    return averages.stream()
        .filter(average -> average.trials() > 0)
        .findFirst()
        .map(average -> new Best(average.first(), words(average.values()), average.mean()))
        .orElse(null);
  }

  private static MeanOutcome outcome(Average average) {
    boolean some = average.trials() > 0;
    return new MeanOutcome(
        words(average.values()),
        average.trials(),
        some ? average.mean() : null,
        some ? average.deviation() : null);
  }

  private static TrialOutcome outcome(Finished finished) {
    return new TrialOutcome(
        finished.trial().number(),
        finished.result().status(),
        words(finished.trial().values()),
        Double.isNaN(finished.objective()) ? null : finished.objective(),
        finished.result().run());
  }

  private static Map<String, String> words(Map<String, Node> values) {
    Map<String, String> words = new LinkedHashMap<>();
    values.forEach((key, value) -> words.put(key, YamlWriter.flow(value)));
    return words;
  }
}
