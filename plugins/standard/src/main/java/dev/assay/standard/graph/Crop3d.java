package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A volume without its borders.
 *
 * <p>In: {@code [channels, depth, height, width]}. Out: {@code [channels, depth', height',
 * width']}, each shorter by its two borders.
 */
@Doc("A volume without its borders.")
@Elsewhere("cropping3d")
@Example(value = "{type: crop3d, cropping: 1}", of = "[6, 8, 28, 28]", makes = "[6, 6, 26, 26]")
public record Crop3d(
    @Doc(
            value =
                "How much goes on each side; one number for all, three for depth, height and width,"
                    + " or six: a start and an end of depth, height and width.",
            unit = "points")
        @Size(min = 1, max = 6)
        List<@PositiveOrZero Integer> cropping)
    implements Cropping {

  @Override
  public int axes() {
    return 3;
  }
}
