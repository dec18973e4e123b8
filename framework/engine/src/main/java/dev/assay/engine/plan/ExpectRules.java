package dev.assay.engine.plan;

import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.expect.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Expectations name things that are there; those that are static hold. */
record ExpectRules(Review review, Network network, List<String> metrics) {

  void check(Expect expect) {
    if (expect.parameters() != null && expect.parameters() != network.parameters()) {
      review.error(
          PlanRules.EXPECT,
          review.locations().of(expect, "parameters"),
          "the network has %,d parameters, not %,d"
              .formatted(network.parameters(), expect.parameters()));
    }
    expect.shapes().forEach((name, shape) -> shape(expect, name, shape));
    expect.activations().keySet().forEach(name -> activation(expect, name));
    expect.gradients().forEach((name, values) -> gradients(expect, name, values.keySet()));
    for (String name : expect.metrics().keySet()) {
      if (!metrics.contains(name)) {
        review.unknown(
            PlanRules.METRIC,
            at(expect, "metrics", name),
            "the experiment does not measure `%s`".formatted(name),
            name,
            metrics);
      }
    }
  }

  private void activation(Expect expect, String name) {
    List<String> known = new ArrayList<>(network.names());
    network.layers().forEach(layer -> known.addAll(layer.inside().keySet()));
    if (!known.contains(name)) {
      unknown(at(expect, "activations", name), name, known);
    }
  }

  private void unknown(Span at, String name, List<String> known) {
    review.unknown(PlanRules.NAME, at, "no layer is called `%s`".formatted(name), name, known);
  }

  private void gradients(Expect expect, String name, Set<String> parameters) {
    Optional<PlannedLayer> layer = layer(at(expect, "gradients", name), name);
    List<String> known =
        layer.map(l -> l.parameters().stream().map(Parameter::name).toList()).orElse(List.of());
    for (String parameter : parameters) {
      if (layer.isPresent() && !known.contains(parameter)) {
        review.unknown(
            PlanRules.NAME,
            at(expect, "gradients", name, parameter),
            "`%s` has no parameter `%s`".formatted(name, parameter),
            parameter,
            known);
      }
    }
  }

  private void shape(Expect expect, String name, List<Integer> shape) {
    Optional<PlannedLayer> layer = layer(at(expect, "shapes", name), name);
    if (layer.isPresent() && !layer.get().shape().dims().equals(shape)) {
      review.error(
          PlanRules.EXPECT,
          review.locations().of(expect, "shapes", name),
          "`%s` has the shape %s, not %s".formatted(name, layer.get().shape(), shape));
    }
  }

  private Optional<PlannedLayer> layer(Span at, String name) {
    Optional<PlannedLayer> layer = network.layer(name);
    if (layer.isEmpty()) {
      unknown(at, name, network.names());
    }
    return layer;
  }

  private Span at(Expect expect, String... keys) {
    return review.locations().ofKey(expect, keys);
  }
}
