package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Each point of a volume several times over, so that it becomes larger (nearest neighbour).
 *
 * <p>In: {@code [channels, depth, height, width]}. Out: {@code [channels, depth f, height f', width
 * f'']} with the factors f.
 */
@Doc("Each point of a volume several times over, so that it becomes larger.")
@Elsewhere("up_sampling3d")
@Example(value = "{type: upsample3d, factor: 2}", of = "[16, 4, 14, 14]", makes = "[16, 8, 28, 28]")
public record Upsample3d(
    @Doc(value = "How often, along depth, height and width; one number for all.", unit = "times")
        @Default("2")
        @Size(min = 1, max = 3)
        List<@Positive Integer> factor)
    implements Upsampling {

  @Override
  public int axes() {
    return 3;
  }
}
