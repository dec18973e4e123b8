package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A volume with borders of zeros.
 *
 * <p>In: {@code [channels, depth, height, width]}. Out: {@code [channels, depth', height',
 * width']}, each longer by its two borders.
 */
@Doc("A volume with borders of zeros.")
@Elsewhere({"zero_padding3d", "constant_pad3d"})
@Example(value = "{type: zero_pad3d, padding: 1}", of = "[1, 8, 28, 28]", makes = "[1, 10, 30, 30]")
public record ZeroPad3d(
    @Doc(
            value =
                "Zeros on each side; one number for all, three for depth, height and width, or"
                    + " six: a start and an end of depth, height and width.",
            unit = "points")
        @Size(min = 1, max = 6)
        List<@PositiveOrZero Integer> padding)
    implements ZeroPadding {

  @Override
  public int axes() {
    return 3;
  }
}
