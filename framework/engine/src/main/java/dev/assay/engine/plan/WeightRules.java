package dev.assay.engine.plan;

import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Parameter;
import java.util.List;
import java.util.Optional;

/** Weights that are written in the file have a parameter that they fit. */
record WeightRules(Review review, Network network) {

  void check() {
    review
        .experiment()
        .weights()
        .forEach(
            (layer, values) ->
                values.forEach((parameter, value) -> weight(layer, parameter, value)));
  }

  private void weight(String layerName, String name, NumberArray value) {
    Optional<PlannedLayer> layer = network.layer(layerName);
    if (layer.isEmpty()) {
      review.unknown(
          PlanRules.NAME,
          review.locations().ofKey(review.experiment(), "weights", layerName),
          "no layer is called `%s`".formatted(layerName),
          layerName,
          network.names());
      return;
    }
    List<String> names = layer.get().parameters().stream().map(Parameter::name).toList();
    int index = names.indexOf(name);
    if (layer.get().shares() != null) {
      review.error(
          PlanRules.WEIGHTS,
          review.locations().ofKey(review.experiment(), "weights", layerName),
          "`%s` has no parameters of its own".formatted(layerName),
          "it computes with those of `%s`".formatted(layer.get().shares()));
      return;
    }
    if (index < 0) {
      review.unknown(
          PlanRules.NAME,
          review.locations().ofKey(review.experiment(), "weights", layerName, name),
          "`%s` has no parameter `%s`".formatted(layerName, name),
          name,
          names);
      return;
    }
    List<Integer> shape = layer.get().parameters().get(index).shape();
    if (!shape.equals(value.shape())) {
      review.error(
          PlanRules.WEIGHTS,
          review.locations().of(review.experiment(), "weights", layerName, name),
          "`%s` of `%s` has the shape %s, not %s".formatted(name, layerName, shape, value.shape()));
    }
  }
}
