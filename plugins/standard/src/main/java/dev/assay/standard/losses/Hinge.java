package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import jakarta.validation.constraints.Positive;

/**
 * What the right class lacks of leading all others by a margin (<a
 * href="https://www.jmlr.org/papers/v2/crammer01a.html">Crammer and Singer 2001</a>, summed over
 * classes as by Weston and Watkins 1999), or an answer of yes or no of being on its side of 0.
 */
@Doc(
    "What the right class lacks of leading each other class by a margin, the mean over classes;"
        + " of targets that are numbers, a yes where above 0, what each prediction lacks of being"
        + " that far on its side of 0, the mean over the numbers.")
@Elsewhere({"multi_margin", "multi_margin_loss", "hinge_loss"})
public record Hinge(@Doc("How far it has to lead.") @Default("1") @Positive double margin)
    implements Margins {

  @Override
  public double cost(double lack) {
    return lack;
  }

  @Override
  public double slope(double lack) {
    return 1;
  }
}
