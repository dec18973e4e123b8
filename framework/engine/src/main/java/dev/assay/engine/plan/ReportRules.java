package dev.assay.engine.plan;

import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.report.ReportSection;
import java.util.List;

/** A report shows what the network has and can. */
record ReportRules(Review review, Network network, DataSpec data) {

  void check(ReportSection report) {
    if (report.sample() != null) {
      new Writing(network, data)
          .obstacle()
          .ifPresent(
              why ->
                  review.error(
                      PlanRules.REPORT,
                      review.locations().ofKey(review.experiment(), "report", "sample"),
                      "the network cannot write a text: " + why));
    }
    String layer = report.attention().layer();
    List<String> known = network.attention().stream().map(PlannedLayer::name).toList();
    if (layer != null && !known.contains(layer)) {
      review.unknown(
          PlanRules.REPORT,
          review.locations().of(report.attention(), "layer"),
          "no layer of attention is called `%s`".formatted(layer),
          layer,
          known);
    }
  }
}
