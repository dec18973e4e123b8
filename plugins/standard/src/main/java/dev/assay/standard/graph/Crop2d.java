package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An image without its borders.
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels, height - top - bottom, width -
 * left - right]}.
 */
@Doc("An image without its borders.")
@Elsewhere("cropping2d")
@Example(value = "{type: crop2d, cropping: 2}", of = "[6, 28, 28]", makes = "[6, 24, 24]")
public record Crop2d(
    @Doc(
            value =
                "How much goes on each side; one number for all, two for vertical and horizontal,"
                    + " or four: top, bottom, left, right.",
            unit = "pixels")
        @Size(min = 1, max = 4)
        List<@PositiveOrZero Integer> cropping)
    implements Cropping {

  @Override
  public int axes() {
    return 2;
  }
}
