package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Site;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A sequence with steps of zeros before it and behind it. With {@code dilation * (kernel - 1)} of
 * them before it alone, a {@code conv1d} makes a step of nothing that comes after it (<a
 * href="https://arxiv.org/abs/1609.03499">van den Oord et al. 2016</a>, section 2.1).
 *
 * <p>In: {@code [steps, features]}. Out: {@code [before + steps + behind, features]}.
 */
@Doc(
    "A sequence with steps of zeros before it and behind it; before it alone, for causal `conv1d`.")
@Elsewhere({"zero_padding1d", "constant_pad1d", "causal_padding"})
@Example(value = "{type: zero_pad1d, padding: [2, 0]}", of = "[10, 32]", makes = "[12, 32]")
public record ZeroPad1d(
    @Doc(value = "How many: one number for both ends, or two: before, behind.", unit = "steps")
        @Size(min = 1, max = 2)
        List<@PositiveOrZero Integer> padding)
    implements ZeroPadding {

  @Override
  public int axes() {
    return 1;
  }

  /** What stands behind a sequence's end is zeros already. */
  @Override
  public Padding padding(Site site) {
    return Padding.ZEROED;
  }

  @Override
  public Places places(Site site) {
    return new Places(Borders.of(padding, 1).both(0) - 1, 1);
  }
}
