package dev.assay.cli;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.report.Figures;
import dev.assay.engine.training.TrainingMetrics;
import dev.assay.engine.training.Watcher;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how a training goes: a bar on a terminal, one line an epoch elsewhere. */
class Progress implements Watcher, AutoCloseable {

  private final Shell shell;
  private final int epochs;

  /** What the experiment's file says, and so no news. */
  private final Set<String> scheduled;

  private Progress(Shell shell, Plan plan) {
    this.shell = shell;
    this.epochs = plan.epochs();
    this.scheduled = plan.scheduled().keySet();
  }

  static Progress of(Shell shell, Plan plan) {
    boolean bar = Terminal.err() && !shell.quiet() && plan.epochs() > 0;
    return bar ? new Bar(shell, plan) : new Progress(shell, plan);
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
            .filter(e -> !scheduled.contains(e.getKey()))
            .map(e -> "%s %s".formatted(e.getKey(), Figures.text(e.getValue())))
            .collect(Collectors.joining("  "));
    Double rate = metrics.get(TrainingMetrics.ITEMS_PER_SECOND);
    String speed = rate == null ? "" : String.format(Locale.ROOT, "  %,.0f items/s", rate);
    return "epoch %d/%d  %s%s".formatted(epoch, epochs, figures, speed);
  }

  @Override
  public void close() {}

  /** A bar for the whole training below the lines, with its rate, its time left and the loss. */
  private static final class Bar extends Progress {

    private static final int PAUSE_MILLIS = 100;
    private static final String START_OF_LINE = "\r";
    private static final String CLEAR_LINE = "\r\033[K";

    private final ProgressBar bar;
    private double loss;

    Bar(Shell shell, Plan plan) {
      super(shell, plan);
      PrintStream err = shell.err();
      bar =
          new ProgressBarBuilder()
              // The library's own consumer asks JLine for a terminal, after which Ctrl-C kills
              // the JVM without its shutdown hooks.
              .setConsumer(
                  new DelegatingProgressBarConsumer(
                      line -> err.print(START_OF_LINE + line), Terminal.columns() - 1))
              .setTaskName("training")
              .setInitialMax(plan.itemsPerEpoch() * plan.epochs())
              .setUnit(" items", 1)
              .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
              .setStyle(
                  shell.plain()
                      ? ProgressBarStyle.UNICODE_BLOCK
                      : ProgressBarStyle.COLORFUL_UNICODE_BAR)
              .setUpdateIntervalMillis(PAUSE_MILLIS)
              .build();
    }

    @Override
    public void stepped(int epoch, long step, int items, double batchLoss) {
      loss = step == 1 ? batchLoss : 0.95 * loss + 0.05 * batchLoss;
      bar.stepBy(items);
      bar.setExtraMessage(
          String.format(Locale.ROOT, " epoch %d/%d  loss %.4f", epoch, super.epochs, loss));
    }

    /** The line takes the bar's place; the bar is drawn again below it. */
    @Override
    public void epochEnded(int epoch, Map<String, Double> metrics) {
      super.shell.err().print(CLEAR_LINE);
      super.epochEnded(epoch, metrics);
    }

    @Override
    public void close() {
      bar.close();
      super.shell.err().print(CLEAR_LINE);
    }
  }
}
