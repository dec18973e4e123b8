package dev.assay.engine.optimizer;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.ExactlyOneOf;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits on the gradient, applied before any optimizer sees it. */
@Doc("Limits on the gradient, applied before any optimizer sees it.")
@ExactlyOneOf({"globalNorm", "norm", "value"})
@Consistent
public record Clip(
    @Doc("The gradient of all parameters that learn is scaled down to this Euclidean norm.")
        @Positive
        @Nullable Double globalNorm,
    @Doc("Each part of the gradient is scaled down to this Euclidean norm by itself.") @Positive
        @Nullable Double norm,
    @Doc("What is a part, of which `norm` speaks.") @Default("array") Per per,
    @Doc("Each number of the gradient is cut to plus or minus this.") @Positive
        @Nullable Double value)
    implements CrossField {

  @Override
  public List<Clash> clashes() {
    return norm == null && per != Per.ARRAY
        ? List.of(new Clash("per", "`per` says what `norm` is of, and there is no `norm`"))
        : List.of();
  }
}
