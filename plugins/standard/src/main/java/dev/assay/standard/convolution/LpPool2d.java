package dev.assay.standard.convolution;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.standard.loops.LoopCombination;
import dev.assay.standard.loops.LoopKernel;
import dev.assay.standard.loops.Loops;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The norm of each window of an image, channel by channel (<a
 * href="https://arxiv.org/abs/1311.1780">Gulcehre et al. 2014</a>, without their division by the
 * number of pixels).
 *
 * <p>In: an image {@code [channels, height, width]}. Out: {@code [channels, height', width']} with
 * {@code height' = floor((height + 2 padding - kernel) / stride) + 1}; each number is the root
 * {@code y} with {@code y^norm = sum of x^norm}, which is negative where the sum is. So norm 1 is
 * the sum, and norm 2 the length. As in PyTorch, but for odd norms above 1 of negative sums, which
 * are no numbers there.
 */
@Doc("The norm of each window of an image: the root of the sum of powers; norm 1 is the sum.")
@Elsewhere({"sum_pool2d", "pnorm_pool2d", "power_average_pool2d"})
@Example(value = "{type: lp_pool2d, kernel: 2}", of = "[6, 28, 28]", makes = "[6, 14, 14]")
public record LpPool2d(
    @Doc("Which power is summed, and which root of the sum is taken.")
        @Default("2")
        @Positive
        @Max(100)
        int norm,
    @Doc(value = "Height and width of the window; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> kernel,
    @Doc(value = "How far the window moves; as far as it is wide if left out.", unit = "pixels")
        @Size(max = 2)
        List<@Positive Integer> stride,
    @Doc(
            value =
                "How far windows reach beyond each side, at most half of the window; `same` for as"
                    + " many as make `ceil(size / stride)` places; one for both directions.",
            unit = "pixels")
        @Default("0")
        @Size(min = 1, max = 2)
        List<Margin> padding)
    implements WindowKeys {

  @Override
  public int axes() {
    return 2;
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(shape(site).size());
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new LoopCombination(norms(site), shape(site)));
  }

  /** Binds the layer. */
  public static Kernel bind(LpPool2d layer, Binding at) {
    return LoopKernel.bind(layer.norms(at.site()), at);
  }

  private Loops norms(Site site) {
    Grid grid = grid(site);
    return new WindowNorms(norm, windows(grid), grid, places(grid));
  }
}
