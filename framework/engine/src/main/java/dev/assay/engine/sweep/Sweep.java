package dev.assay.engine.sweep;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.tree.Node;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

/** The section {@code sweep}. */
@Doc("Keys to vary, and how.")
@Consistent
public record Sweep(
    @Doc("How values are chosen.") @Default("grid") Search search,
    @Doc("For each key to vary, by its dotted path, the values to try.") @NotEmpty
        Map<String, List<Node>> space,
    @Doc("What the sweep looks for.") Objective objective,
    @Doc(
            "Keys of `space` that do not tell trials apart, as `seed` or `dataset.split.fold`: the"
                + " others are judged by the mean over these.")
        List<String> averageOver,
    @Doc(
            value =
                "How many run at the same time, each with its share of the machine's cores unless"
                    + " `training.threads` says otherwise.",
            unit = "trials")
        @Default("1")
        @Positive
        int workers)
    implements CrossField {

  @Override
  public List<Clash> clashes() {
    return averageOver.stream()
        .filter(key -> !space.containsKey(key))
        .map(key -> new Clash("averageOver", "`%s` is none of the keys of `space`".formatted(key)))
        .toList();
  }
}
