package dev.assay.engine.optimizer;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Division.Patch;
import dev.assay.engine.optimizer.Layout.Region;
import java.util.Arrays;
import java.util.List;

/**
 * The Euclidean norm of a whole gradient. What it has read in single precision it keeps, since the
 * update reads the same numbers again.
 */
final class GlobalNorm {

  private final List<Patch> patches;
  private final List<Region> frozen;
  private final boolean wide;

  /** For each patch, the gradient, with zeros up to a multiple of 4; empty where it is wide. */
  private final float[][] numbers;

  GlobalNorm(List<Patch> patches, List<Region> frozen, Precision precision) {
    this.patches = patches;
    this.frozen = frozen;
    this.wide = precision == Precision.DOUBLE;
    this.numbers = new float[wide ? 0 : patches.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new float[(patches.get(i).count() + 3) / 4 * 4];
    }
  }

  /** A patch of the gradient whose norm was asked for last. */
  float[] read(int patch) {
    return numbers[patch];
  }

  /** The squares of each patch are added up in order, so that the threads' number is no matter. */
  double of(Executable network) {
    ParameterVector gradient = network.gradient();
    double[] squares = new double[patches.size()];
    network.inParts(
        squares.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            squares[i] =
                wide
                    ? squares(gradient, patches.get(i))
                    : squares(gradient, patches.get(i), numbers[i]);
          }
        });
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum);
  }

  /** What stays as it is counts for nothing in the norm, as if it had no gradient. */
  private void frozen(Patch patch, Executable.Part part) {
    for (Region region : frozen) {
      int start = Math.max(0, region.from() - patch.from());
      int end = Math.min(patch.count(), region.end() - patch.from());
      if (start < end) {
        part.run(start, end);
      }
    }
  }

  private double squares(ParameterVector gradient, Patch patch) {
    double[] read = new double[patch.count()];
    gradient.read(patch.from(), read, patch.count());
    frozen(patch, (start, end) -> Arrays.fill(read, start, end, 0));
    double sum = 0;
    for (double number : read) {
      sum += number * number;
    }
    return sum;
  }

  /** Four sums side by side, since each addition would have to wait for the one before. */
  private double squares(ParameterVector gradient, Patch patch, float[] read) {
    gradient.read(patch.from(), read, patch.count());
    frozen(patch, (start, end) -> Arrays.fill(read, start, end, 0));
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < read.length; i += 4) {
      a += (double) read[i] * read[i];
      b += (double) read[i + 1] * read[i + 1];
      c += (double) read[i + 2] * read[i + 2];
      d += (double) read[i + 3] * read[i + 3];
    }
    return a + b + c + d;
  }
}
