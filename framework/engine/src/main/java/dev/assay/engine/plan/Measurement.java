package dev.assay.engine.plan;

import dev.assay.config.bind.Catalog;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.evaluation.Evaluation;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an experiment logs of a split. Where a network has several heads, there is one of
 * each of them, with the head's name between the split's and its own: {@code test/digit/accuracy}.
 *
 * @param name what it is logged as
 * @param metric computes it; null for the loss
 * @param heads what it is measured of: one head, or all whose losses are added up by their weights
 */
public record Measurement(
    String split, String name, @Nullable Metric metric, List<PlannedLayer> heads) {

  private static final String LOSS = "loss";

  /** The splits that are measured: those that are named, or all that are not trained on. */
  public static List<String> splits(Evaluation evaluation, DataSpec data) {
    return evaluation.on().isEmpty()
        ? data.samples().keySet().stream().filter(split -> !split.equals(DataSpec.TRAIN)).toList()
        : evaluation.on();
  }

  /** The name of a split's loss. */
  public static String loss(String split) {
    return split + "/" + LOSS;
  }

  /** The name of a metric of a network with one head. */
  static String name(String split, Metric metric, Catalog catalog) {
    return split + "/" + label(metric, catalog);
  }

  private static String label(Metric metric, Catalog catalog) {
    return metric.label(catalog.name(Metric.class, metric.getClass()));
  }

  /**
   * All that is measured, in order.
   *
   * @param trains whether training measures the loss of its own samples already
   */
  public static List<Measurement> all(
      Evaluation evaluation, DataSpec data, boolean trains, Network network, Catalog catalog) {
    List<Measurement> all = new ArrayList<>();
    List<PlannedLayer> heads = network.heads();
    for (String split : splits(evaluation, data)) {
      boolean known = trains && split.equals(DataSpec.TRAIN);
      if (!heads.isEmpty() && !known) {
        all.add(new Measurement(split, loss(split), null, heads));
      }
      for (PlannedLayer head : heads) {
        String prefix = heads.size() == 1 ? split : split + "/" + head.label();
        if (heads.size() > 1) {
          all.add(new Measurement(split, loss(prefix), null, List.of(head)));
        }
        evaluation.metrics().stream()
            .filter(metric -> heads.size() == 1 || obstacle(metric, head, network, data) == null)
            .map(
                metric ->
                    new Measurement(split, name(prefix, metric, catalog), metric, List.of(head)))
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Why a metric cannot be computed of a head, or null. */
  static @Nullable ShapeException obstacle(
      Metric metric, PlannedLayer head, Network network, DataSpec data) {
    try {
      Head end = (Head) head.layer();
      metric.check(
          new Metric.Comparison(
              data.inputs().get(0).shape(),
              head.shape(),
              end.field(head.site()).shape(),
              end.loss()));
      Optional<String> shorter =
          metric.writes() ? new Shortened(network, data).obstacle() : Optional.empty();
      return shorter.map(why -> new ShapeException("lets the network write: " + why)).orElse(null);
    } catch (ShapeException e) {
      return e;
    }
  }
}
