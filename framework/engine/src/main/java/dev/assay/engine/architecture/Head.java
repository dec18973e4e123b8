package dev.assay.engine.architecture;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a network: turns logits into predictions and compares them with a target.
 *
 * <p>In: logits {@code [width]}, or {@code [steps, width]} for a sequence. Out: predictions of the
 * same shape. A sequence's target may be shorter than the sequence; it then belongs to the last
 * steps. Where logits have more axes, a target of classes has all but the last of them, {@code
 * [height, width]} for logits {@code [height, width, classes]}, and one of numbers has them all.
 */
@Doc("The end of a network: makes predictions of logits and compares them with the target.")
@Elsewhere({"rnn_loss", "cnn_loss", "cnn3d_loss"})
public record Head(
    @Doc("What training makes small.") Loss loss,
    @Doc(
            value =
                "How many of a sequence's last steps count; as many as the target has if left out.",
            unit = "steps")
        @Positive
        @Nullable Integer last,
    @Doc("The target's name, where the data has several.") @Nullable String target,
    @Doc("What the loss is multiplied by, where the network has several.") @Default("1") @Positive
        double weight)
    implements Layer {

  /** The name of a head that is a part of another layer, behind that layer's own. */
  public static final String PART = "loss";

  @Override
  public Shape shape(Site site) {
    Shape logits = site.numbers().get(0);
    Shape wanted = field(site).shape();
    if (isGrid(site)) {
      alike(site.input(), wanted);
    } else {
      site.featuresOrSequence();
    }
    int width = loss.width(targetOfOneRow(site));
    int given = rowWidth(site, logits);
    if (given != width) {
      throw new ShapeException(
          "needs %d logits for the target, %s, not %d".formatted(width, wanted.describe(), given),
          "a `dense` with `units: %d` makes them; an `output` has one of its own".formatted(width));
    }
    steps(site);
    return logits;
  }

  /** Each number of a grid is compared with one of the target, each row of it with a class. */
  private static void alike(Shape given, Shape wanted) {
    List<Integer> needed =
        wanted.isSymbols() ? given.dims().subList(0, given.rank() - 1) : given.dims();
    if (!wanted.dims().equals(needed)) {
      boolean classesFirst =
          wanted.isSymbols() && wanted.dims().equals(given.dims().subList(1, given.rank()));
      throw new ShapeException(
          "compares %s with a target of %s".formatted(given.describe(), wanted.describe()),
          classesFirst ? "a `permute` before it puts the classes last" : fitting(wanted));
    }
  }

  private static String fitting(Shape wanted) {
    List<Object> dims = new ArrayList<>(wanted.dims());
    if (wanted.isSymbols()) {
      dims.add(wanted.symbols());
    }
    return "it needs %s".formatted(dims);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Head(loss, steps(site), site.data().targets().indexOf(field(site)));
  }

  /** Whether logits have more axes than a sequence has. */
  private static boolean isGrid(Site site) {
    return site.input().rank() > 2;
  }

  /** How many logits lie in a row: numbers of a grid are one row, its classes a row each. */
  private int rowWidth(Site site, Shape logits) {
    boolean whole = isGrid(site) && !field(site).shape().isSymbols();
    return whole ? logits.size() : logits.dim(-1);
  }

  /** How many of the last steps have a target; 0 where the logits are no sequence. */
  public int steps(Site site) {
    Shape logits = site.input();
    if (logits.rank() != 2) {
      return 0;
    }
    Shape wanted = field(site).shape();
    int targetSteps = wanted.rank() == 0 ? 0 : wanted.dim(0);
    int steps = last == null ? targetSteps : last;
    if (targetSteps == 0) {
      throw new ShapeException(
          "makes a prediction for each of %d steps, and the target is %s"
              .formatted(logits.dim(0), wanted.describe()),
          "a `last_step`, `global_avg_pool` or `global_max_pool` makes one row of a sequence");
    }
    if (steps != targetSteps || steps > logits.dim(0)) {
      throw new ShapeException(
          "compares the last %s of %d steps with a target of %s"
              .formatted(last == null ? "steps" : last, logits.dim(0), wanted.describe()));
    }
    return steps;
  }

  /**
   * How rows of logits and targets lie.
   *
   * @param site where the head stands in the plan
   * @param logits the shape of the logits, which may have other steps than in the plan
   */
  public LossRows rows(Site site, Shape logits) {
    int scored = steps(site);
    Shape wanted = field(site).shape();
    if (isGrid(site)) {
      int width = rowWidth(site, logits);
      int rows = logits.size() / width;
      return new LossRows(loss, rows, rows, width, wanted.size() / rows);
    }
    return new LossRows(
        loss,
        scored == 0 ? 1 : logits.dim(0),
        Math.max(1, scored),
        logits.dim(-1),
        scored == 0 ? wanted.size() : wanted.size() / scored);
  }

  /** How many logits the target needs in each row. */
  public int width(Site site) {
    return loss.width(targetOfOneRow(site));
  }

  /** The target's place among the data. */
  public Field field(Site site) {
    List<Field> targets = site.data().targets();
    if (target == null && targets.size() == 1) {
      return targets.get(0);
    }
    List<String> names = targets.stream().map(Field::name).toList();
    for (Field field : targets) {
      if (field.name().equals(target)) {
        return field;
      }
    }
    String choices = "The data has %s.".formatted(Words.and(names));
    if (target == null) {
      throw new ShapeException("needs a `target`", choices);
    }
    String hint = (Nearest.question(target, names) + " " + choices).trim();
    throw new ShapeException("is for a target `%s`, which there is not".formatted(target), hint);
  }

  /** One row of logits says one class. */
  private static void single(Shape logits, Shape wanted) {
    if (wanted.isSymbols() && wanted.rank() > 0) {
      throw new ShapeException(
          "makes one prediction of %s, and the target is %s"
              .formatted(logits.describe(), wanted.describe()),
          wanted.rank() == 1
              ? "a sequence of %d steps, or more, has a prediction for each"
                  .formatted(wanted.dim(0))
              : fitting(wanted));
    }
  }

  /** What one row of logits is compared with: for a sequence, the target of one step. */
  private Shape targetOfOneRow(Site site) {
    Shape wanted = field(site).shape();
    if (isGrid(site)) {
      return wanted.isSymbols() ? Shape.ofSymbols(wanted.symbols()) : wanted;
    }
    boolean sequence = site.input().rank() == 2 && wanted.rank() > 0;
    if (!sequence) {
      single(site.input(), wanted);
      return wanted;
    }
    return new Shape(wanted.dims().subList(1, wanted.rank()), wanted.symbols());
  }
}
