package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gains and biases as oneDNN wants them, in two rows. So they lie in the parameter vector where one
 * follows the other; else they are copied, and ones or zeros stand for what a layer does not have.
 *
 * @param values {@code [2, width]}
 * @param read brings the values there
 * @param gradient {@code [2, width]}; null where nothing is trained
 * @param written brings the gradient to where the optimizer reads it
 */
public record GainsAndBiases(Memory values, Step read, @Nullable Memory gradient, Step written) {

  /** Those of a layer whose gains come before its biases. */
  static GainsAndBiases of(Binding at, Affine affine, int width) {
    if (!affine.gain() || !affine.bias()) {
      String gain = affine.gain() ? Affine.GAIN : null;
      return copied(at, gain, affine.bias() ? Affine.BIAS : null, width);
    }
    Layout pair = Layout.plain(2, width);
    Memory gradient = at.training() ? at.parameters().gradient(Affine.GAIN, pair) : null;
    Memory values = at.parameters().value(Affine.GAIN, pair);
    return new GainsAndBiases(values, Step.NONE, gradient, Step.NONE);
  }

  /**
   * Those that lie anywhere.
   *
   * @param gain DL4J's name of the gains, or null
   * @param bias DL4J's name of the biases, or null
   */
  public static GainsAndBiases copied(
      Binding at, @Nullable String gain, @Nullable String bias, long width) {
    Layout pair = Layout.plain(2, width);
    Memory values = at.arena().allocate(pair);
    Memory gradient = at.training() ? at.arena().allocate(pair) : null;
    if (gain == null) {
      float[] ones = new float[(int) width];
      Arrays.fill(ones, 1);
      values.numbers().put(0, ones);
    }
    List<Step> read = new ArrayList<>();
    List<Step> written = new ArrayList<>();
    List<@Nullable String> keys = Arrays.asList(gain, bias);
    for (int row = 0; row < keys.size(); row++) {
      String key = keys.get(row);
      if (key != null) {
        read.add(Reorder.copy(at.arena(), own(at, key, width), row(values, row, width)));
        if (gradient != null) {
          Memory by = at.parameters().gradient(key, Layout.plain(width));
          written.add(Reorder.copy(at.arena(), row(gradient, row, width), by));
        }
      }
    }
    return new GainsAndBiases(values, all(read), gradient, all(written));
  }

  private static Memory own(Binding at, String key, long width) {
    return at.parameters().value(key, Layout.plain(width));
  }

  private static Memory row(Memory pair, int row, long width) {
    return pair.view(Layout.plain(width), row * width);
  }

  private static Step all(List<Step> steps) {
    return steps.stream().reduce(Step.NONE, Step::then);
  }
}
