package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Each pixel of an image several times over, so that it becomes larger (nearest neighbour).
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels, height f, width f']} with the
 * factors f.
 */
@Doc("Each pixel of an image several times over, so that it becomes larger.")
@Elsewhere({"up_sampling2d", "interpolate"})
@Example(value = "{type: upsample2d, factor: 2}", of = "[16, 14, 14]", makes = "[16, 28, 28]")
public record Upsample2d(
    @Doc(value = "How often, vertically and horizontally; one number for both.", unit = "times")
        @Default("2")
        @Size(min = 1, max = 2)
        List<@Positive Integer> factor)
    implements Upsampling {

  @Override
  public int axes() {
    return 2;
  }
}
