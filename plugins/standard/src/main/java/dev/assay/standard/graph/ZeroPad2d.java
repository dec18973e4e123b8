package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * An image with borders of zeros.
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels, height + top + bottom, width +
 * left + right]}.
 */
@Doc("An image with borders of zeros.")
@Elsewhere({"pad", "zero_padding2d", "constant_pad2d"})
@Example(value = "{type: zero_pad2d, padding: 2}", of = "[1, 28, 28]", makes = "[1, 32, 32]")
public record ZeroPad2d(
    @Doc(
            value =
                "Zeros on each side; one number for all, two for vertical and horizontal, or"
                    + " four: top, bottom, left, right.",
            unit = "pixels")
        @Size(min = 1, max = 4)
        List<@PositiveOrZero Integer> padding)
    implements ZeroPadding {

  @Override
  public int axes() {
    return 2;
  }
}
