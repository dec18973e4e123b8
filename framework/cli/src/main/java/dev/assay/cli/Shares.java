package dev.assay.cli;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.sweep.Sweep;
import dev.assay.engine.training.Training;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How trials that run at the same time share a machine: more threads than cores would only wait for
 * each other.
 *
 * @param workers how many trials run at the same time
 * @param threads how many threads each of them computes with
 * @param cores how many the machine has
 * @param chosen whether the threads are not what the experiment says, but what is left for each
 */
record Shares(int workers, int threads, int cores, boolean chosen) {

  /**
   * The shares of a sweep's trials.
   *
   * @param asked how many the command line wants at the same time; as many as the sweep says if
   *     null
   */
  static Shares of(Plan plan, Sweep sweep, @Nullable Integer asked) {
    int workers = Math.min(asked == null ? sweep.workers() : asked, plan.trials());
    int cores = Runtime.getRuntime().availableProcessors();
    Training training = plan.experiment().training();
    Integer written = training == null ? null : training.threads();
    int threads = written == null ? Math.max(1, cores / workers) : written;
    return new Shares(workers, threads, cores, training != null && written == null);
  }

  /** What a trial's command line says of it; nothing where the experiment has said it. */
  List<String> options() {
    return chosen ? List.of("--set", "training.threads=" + threads) : List.of();
  }

  /** {@code 3 trials, 2 at a time with 1 thread each, on 2 cores}. */
  String describe(int trials) {
    String each = threads == 1 ? "1 thread" : threads + " threads";
    String on = cores == 1 ? "1 core" : cores + " cores";
    String much = workers * threads > cores ? ", which is more than they can do at once" : "";
    return "%,d trials, %d at a time with %s each, on %s%s"
        .formatted(trials, workers, each, on, much);
  }
}
