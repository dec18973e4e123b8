package dev.assay.engine.optimizer;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Division.Patch;
import dev.assay.engine.optimizer.Layout.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to the gradient of a network before any optimizer sees it. */
final class Limits {

  /** Added to a norm that is divided by, as PyTorch has it. */
  private static final double SMALL = 1e-6;

  private final @Nullable Clip clip;
  private final @Nullable Normalize normalize;
  private final List<List<Region>> parts;
  private final @Nullable GlobalNorm norm;

  Limits(OptimizerSection section, Layout layout, List<Patch> patches, Precision precision) {
    this.clip = section.clip();
    this.normalize = section.normalize();
    this.parts =
        normalize != null
            ? normalize.per().parts(layout.regions())
            : clip != null && clip.norm() != null ? clip.per().parts(layout.regions()) : List.of();
    this.norm = section.clipsByNorm() ? new GlobalNorm(patches, layout.frozen(), precision) : null;
  }

  /** A network's gradient of this moment, as it is to be read patch by patch. */
  Gradient of(Executable network) {
    double scale = 1;
    if (norm != null && clip != null && clip.globalNorm() != null) {
      scale = shrinking(clip.globalNorm(), norm.of(network));
    }
    return new Gradient(vector(network), scale, clip == null ? null : clip.value(), norm);
  }

  private ParameterVector vector(Executable network) {
    if (normalize != null) {
      double wanted = normalize.norm();
      return ScaledParts.of(network, parts, is -> is == 0 ? 1 : wanted / is);
    }
    if (clip != null && clip.norm() != null) {
      double most = clip.norm();
      return ScaledParts.of(network, parts, is -> shrinking(most, is));
    }
    return network.gradient();
  }

  /** What makes a norm stay within a limit. */
  private static double shrinking(double limit, double norm) {
    return Math.min(1, limit / (norm + SMALL));
  }

  /**
   * A gradient of which patches are read.
   *
   * @param scale what all of it is multiplied by
   * @param most what no number of it may be above, nor below the negative of
   * @param known has read it before, if somebody has
   */
  record Gradient(
      ParameterVector vector, double scale, @Nullable Double most, @Nullable GlobalNorm known) {

    void read(Patch patch, double[] into) {
      vector.read(patch.from(), into, patch.count());
      for (int i = 0; i < patch.count() && scale != 1; i++) {
        into[i] *= scale;
      }
      for (int i = 0; i < patch.count() && most != null; i++) {
        into[i] = Math.max(-most, Math.min(most, into[i]));
      }
    }

    /**
     * A patch's part, in an array that may be changed.
     *
     * @param index of the patch
     * @param room for it, if there is no other
     */
    float[] read(int index, Patch patch, float[] room) {
      float[] numbers = known == null ? room : known.read(index);
      if (known == null) {
        vector.read(patch.from(), numbers, patch.count());
      }
      scale(numbers, patch.count(), (float) scale);
      if (most != null) {
        cut(numbers, patch.count(), most.floatValue());
      }
      return numbers;
    }

    private static void scale(float[] numbers, int count, float factor) {
      for (int i = 0; i < count && factor != 1; i++) {
        numbers[i] *= factor;
      }
    }

    private static void cut(float[] numbers, int count, float limit) {
      for (int i = 0; i < count; i++) {
        numbers[i] = Math.max(-limit, Math.min(limit, numbers[i]));
      }
    }
  }
}
