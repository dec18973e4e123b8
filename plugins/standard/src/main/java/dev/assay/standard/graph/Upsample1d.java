package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Site;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Each step of a sequence several times over, so that it becomes longer (nearest neighbour).
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps f, features]} with the factor f.
 */
@Doc("Each step of a sequence several times over, so that it becomes longer.")
@Elsewhere("up_sampling1d")
@Example(value = "{type: upsample1d, factor: 2}", of = "[10, 32]", makes = "[20, 32]")
public record Upsample1d(
    @Doc(value = "How often.", unit = "times") @Default("2") @Size(min = 1, max = 1)
        List<@Positive Integer> factor)
    implements Upsampling {

  @Override
  public int axes() {
    return 1;
  }

  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public Places places(Site site) {
    return Places.ofEach(factor.get(0), 0);
  }
}
