package dev.assay.engine.plan;

import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.shape.ShapeException;
import java.util.List;
import java.util.stream.Collectors;

/** Layers that compute with the parameters of others. */
final class Sharing {

  private Sharing() {}

  /** The layer that has the parameters which another one computes with. */
  static String root(PlannedLayer owner) {
    return owner.shares() == null ? owner.name() : owner.shares();
  }

  /**
   * Holds what a layer needs against what there is.
   *
   * @throws ShapeException if they differ
   */
  static void check(List<Parameter> needed, List<Parameter> there, String owner) {
    if (!needed.equals(there)) {
      throw new ShapeException(
          "shares the parameters of `%s`, %s, and what it is given needs %s"
              .formatted(owner, listed(there, needed), listed(needed, there)),
          "both have to be given as many features, or symbols");
    }
  }

  /** Those that the others do not have. */
  private static String listed(List<Parameter> parameters, List<Parameter> others) {
    return parameters.stream()
        .filter(parameter -> !others.contains(parameter))
        .map(parameter -> "`%s` %s".formatted(parameter.name(), parameter.shape()))
        .collect(Collectors.joining(", "));
  }
}
