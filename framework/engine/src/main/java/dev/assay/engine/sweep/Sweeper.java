package dev.assay.engine.sweep;

import dev.assay.config.tree.Node;
import dev.assay.engine.sweep.Search.Proposals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the trials of a sweep: asks the search what to try, and tells it what came of it. */
public final class Sweeper {

  private final Sweep sweep;
  private final Proposals proposals;
  private final TrialExecutor executor;
  private final Consumer<Finished> ended;
  private final BooleanSupplier stopped;
  private int number;

  /**
   * A trial that has ended.
   *
   * @param objective what it is judged by, or NaN
   */
  public record Finished(Trial trial, TrialResult result, double objective) {}

  /**
   * A sweep that has not begun.
   *
   * @param ended is told of each trial
   * @param stopped whether no more trials shall be started
   */
  public Sweeper(
      Sweep sweep,
      long seed,
      TrialExecutor executor,
      Consumer<Finished> ended,
      BooleanSupplier stopped) {
    this.sweep = sweep;
    this.proposals = sweep.search().start(sweep.space(), seed);
    this.executor = executor;
    this.ended = ended;
    this.stopped = stopped;
  }

  /** Runs all trials; returns them by number. */
  public List<Finished> run() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(executor.capacity());
    try {
      List<Callable<List<Finished>>> workers = new ArrayList<>();
      for (int i = 0; i < executor.capacity(); i++) {
        workers.add(this::work);
      }
      List<Finished> all = new ArrayList<>();
      for (Future<List<Finished>> worker : threads.invokeAll(workers)) {
        all.addAll(worker.get());
      }
      all.sort(Comparator.comparingInt(finished -> finished.trial().number()));
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Finished> work() {
    List<Finished> mine = new ArrayList<>();
    Optional<Trial> next = next();
    while (next.isPresent() && !stopped.getAsBoolean()) {
      mine.add(finished(next.get(), executor.run(next.get())));
      next = next();
    }
    return mine;
  }

  private synchronized Optional<Trial> next() {
    Optional<Map<String, Node>> values = proposals.next();
    return values.map(v -> new Trial(++number, v));
  }

  private synchronized Finished finished(Trial trial, TrialResult result) {
    double objective = result.metrics().getOrDefault(sweep.objective().metric(), Double.NaN);
    proposals.told(trial.values(), objective);
    Finished finished = new Finished(trial, result, objective);
    ended.accept(finished);
    return finished;
  }

  /** The trial with the best objective, if any has one. */
  public static Optional<Finished> best(List<Finished> all, Objective objective) {
    return all.stream()
        .filter(finished -> !Double.isNaN(finished.objective()))
        .reduce((a, b) -> objective.better(b.objective(), a.objective()) ? b : a);
  }
}
