package dev.assay.engine.training;

import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.evaluation.Evaluator;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.review.Outline;
import dev.assay.engine.schedule.History;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.stopping.StoppingRule.Judge;
import dev.assay.engine.stopping.StoppingRule.Verdict;
import dev.assay.engine.tracking.Event.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Trains a network, epoch by epoch, until it is done, a rule ends it, or somebody stops it. */
public final class Trainer {

  private final Course course;
  private final Executable executable;
  private final Passes batches;
  private final Updater updater;
  private final Evaluator evaluator;
  private final List<Judge> judges;
  private final Watcher watcher;
  private final BooleanSupplier stopped;

  private final List<Double> rates = new ArrayList<>();
  private final History history = new History();
  private @Nullable Verdict verdict;

  /**
   * A training that has not begun.
   *
   * @param stopped whether somebody wants the training to end now
   */
  public Trainer(
      Course course,
      Executable executable,
      Data.Split samples,
      Updater updater,
      Evaluator evaluator,
      Watcher watcher,
      BooleanSupplier stopped) {
    this.course = course;
    this.executable = executable;
    this.batches = new Passes(course, samples);
    this.updater = updater;
    this.evaluator = evaluator;
    this.judges = course.stopping().stream().map(rule -> rule.judge()).toList();
    this.watcher = watcher;
    this.stopped = stopped;
  }

  /** Trains to the end. */
  public Result train() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    int epoch = 0;
    while (epoch < course.epochs() && verdict == null) {
      Map<String, Double> measured = epoch(epoch + 1);
      if (stopped.getAsBoolean()) {
        break;
      }
      epoch++;
      if (course.evaluatesAfter(epoch)) {
        measured.putAll(evaluator.evaluate());
      }
      history.add(measured);
      judge(epoch, measured);
      if (verdict != null && !course.evaluatesAfter(epoch)) {
        measured.putAll(evaluator.evaluate()); // the last epoch always has an evaluation
      }
      metrics.putAll(measured);
      watcher.epochEnded(epoch, measured);
    }
    return new Result(
        status(epoch), reason(), epoch, updater.steps(), metrics, Throughput.median(rates));
  }

  private Map<String, Double> epoch(int epoch) {
    long steps = course.length().stepsIn(epoch);
    watcher.epochStarted(epoch, steps);
    long start = System.nanoTime();
    double losses = 0;
    Moment moment = moment();
    long seen = 0;
    for (long step = 1; step <= steps && !stopped.getAsBoolean(); step++) {
      Samples batch = batches.next();
      moment = moment();
      double loss = executable.step(batch, moment);
      losses += loss * batch.size();
      seen += batch.size();
      verdict = judged(loss, batch).orElse(null);
      if (verdict != null) {
        break;
      }
      updater.step(executable, moment);
      watcher.stepped(epoch, step, batch.size() * course.itemsPerSample(), loss);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double itemsPerSecond = seen * course.itemsPerSample() / seconds;
    rates.add(itemsPerSecond);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(TrainingMetrics.LOSS, losses / seen);
    for (Map.Entry<String, Schedule> scheduled : course.scheduled().entrySet()) {
      metrics.put(scheduled.getKey(), scheduled.getValue().at(moment));
    }
    metrics.put(TrainingMetrics.ITEMS_PER_SECOND, itemsPerSecond);
    metrics.put(TrainingMetrics.EPOCH_SECONDS, seconds);
    return metrics;
  }

  private Moment moment() {
    Outline length = course.length();
    return new Moment(updater.steps(), length.steps(), length.stepsPerEpoch(), history);
  }

  private Optional<Verdict> judged(double loss, Samples batch) {
    if (!Double.isFinite(loss)) {
      return Optional.of(new Verdict(true, new Diagnosis(course, executable).of(batch)));
    }
    for (Judge judge : judges) {
      Optional<Verdict> spoken = judge.afterStep(loss);
      if (spoken.isPresent()) {
        return spoken;
      }
    }
    return Optional.empty();
  }

  private void judge(int epoch, Map<String, Double> metrics) {
    for (Judge judge : judges) { // each sees every epoch, even if another has spoken
      Optional<Verdict> spoken = judge.afterEpoch(epoch, metrics);
      verdict = verdict == null ? spoken.orElse(null) : verdict;
    }
  }

  private Status status(int epochs) {
    if (verdict != null) {
      return verdict.diverged() ? Status.DIVERGED : Status.STOPPED;
    }
    return epochs < course.epochs() ? Status.KILLED : Status.FINISHED;
  }

  private @Nullable String reason() {
    return verdict == null ? null : verdict.reason();
  }
}
