package dev.assay.cli;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.training.TrainingMetrics;
import dev.assay.engine.training.Watcher;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how a training goes: a bar on a terminal, one line an epoch elsewhere. */
class Progress implements Watcher, AutoCloseable {

  private final Shell shell;
  private final int epochs;

  private Progress(Shell shell, int epochs) {
    this.shell = shell;
    this.epochs = epochs;
  }

  static Progress of(Shell shell, Plan plan) {
    boolean bar = Shell.isTerminal() && !shell.quiet();
    return bar ? new Bar(shell, plan) : new Progress(shell, plan.epochs());
  }

  @Override
  public void epochEnded(int epoch, Map<String, Double> metrics) {
    if (epochs > 0) {
      shell.note(line(epoch, metrics));
    }
  }

  /** {@code epoch 1/3 train/loss 0.2413 test/accuracy 0.9702 8,120 items/s}. */
  private String line(int epoch, Map<String, Double> metrics) {
    String figures =
        metrics.entrySet().stream()
            .filter(e -> !e.getKey().startsWith("time/"))
            .filter(e -> !e.getKey().equals(TrainingMetrics.LEARNING_RATE))
            .map(e -> "%s %s".formatted(e.getKey(), Summary.number(e.getValue())))
            .collect(Collectors.joining("  "));
    Double rate = metrics.get(TrainingMetrics.ITEMS_PER_SECOND);
    String speed = rate == null ? "" : String.format(Locale.ROOT, "  %,.0f items/s", rate);
    return "epoch %d/%d  %s%s".formatted(epoch, epochs, figures, speed);
  }

  @Override
  public void close() {}

  /** A bar for each epoch, with the rate, the time left and the loss. */
  private static final class Bar extends Progress {

    private static final long PAUSE_MILLIS = 100;

    private final long itemsPerEpoch;
    private @Nullable ProgressBar bar;
    private double loss;

    Bar(Shell shell, Plan plan) {
      super(shell, plan.epochs());
      this.itemsPerEpoch = plan.itemsPerEpoch();
    }

    @Override
    public void epochStarted(int epoch, long steps) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch %d/%d".formatted(epoch, super.epochs))
              .setInitialMax(itemsPerEpoch)
              .setUnit(" items", 1)
              .showSpeed()
              .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
              .setUpdateIntervalMillis((int) PAUSE_MILLIS)
              .clearDisplayOnFinish()
              .setEtaFunction(
                  state -> eta(state.getCurrent(), state.getMax(), state.getElapsedAfterStart()))
              .build();
    }

    private static Optional<Duration> eta(long done, long all, Duration elapsed) {
      return done == 0
          ? Optional.empty()
          : Optional.of(elapsed.multipliedBy(all - done).dividedBy(done));
    }

    @Override
    public void stepped(int epoch, long step, int items, double batchLoss) {
      loss = step == 1 ? batchLoss : 0.95 * loss + 0.05 * batchLoss;
      if (bar != null) {
        bar.stepBy(items);
        bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
      }
    }

    @Override
    public void epochEnded(int epoch, Map<String, Double> metrics) {
      close();
      super.epochEnded(epoch, metrics);
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
