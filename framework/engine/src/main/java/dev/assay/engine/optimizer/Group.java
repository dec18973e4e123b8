package dev.assay.engine.optimizer;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.NamePattern;
import dev.assay.engine.architecture.Parameter.Role;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters that learn otherwise than others. */
@Doc("Parameters that learn otherwise than others.")
@Consistent
public record Group(
    @Doc(
            "The names of the layers; `*` stands for any letters, a group's name for all in it. All"
                + " layers if left out.")
        @Default("\"*\"")
        @NotEmpty
        List<String> layers,
    @Doc("Which of their parameters; all if left out.") List<Which> parameters,
    @Doc("What the learning rate is multiplied by; 0 leaves the parameters as they are.")
        @PositiveOrZero
        @Nullable Double rate,
    @Doc(
            "The share of the parameters that is taken off in each step, times the learning rate,"
                + " and is no part of the gradient; instead of the optimizer's own. Of several"
                + " groups, the last one decides.")
        @PositiveOrZero
        @Nullable Double weightDecay,
    @Doc(
            "Another optimizer for them, with a learning rate and a memory of its own. `clip` and"
                + " `normalize` come before it, and `rate` and `weight_decay` of groups hold for it,"
                + " too. Of several groups, the last one decides.")
        @Nullable Optimizer optimizer)
    implements CrossField {

  /** Parameters of a kind. */
  public enum Which {
    @Doc("What multiplies: matrices, filters, embeddings.")
    WEIGHTS,
    @Doc("What is added.")
    BIASES,
    @Doc("What scales a normalised value.")
    GAINS;

    private boolean is(Role role) {
      return switch (role) {
        case WEIGHT -> this == WEIGHTS;
        case BIAS -> this == BIASES;
        case GAIN -> this == GAINS;
        case STATISTIC -> false;
      };
    }
  }

  @Override
  public List<Clash> clashes() {
    return rate == null && weightDecay == null && optimizer == null
        ? List.of(new Clash("", "a group says `rate`, `weight_decay` or `optimizer`, or several"))
        : List.of();
  }

  /** Whether the parameters of a layer that have a role are in it. */
  public boolean has(String layer, Role role) {
    return layers.stream().anyMatch(pattern -> new NamePattern(pattern).matches(layer))
        && (parameters.isEmpty() || parameters.stream().anyMatch(which -> which.is(role)));
  }
}
