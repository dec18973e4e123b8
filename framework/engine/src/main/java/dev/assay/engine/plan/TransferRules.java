package dev.assay.engine.plan;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.architecture.NamePattern;
import dev.assay.engine.execution.ParameterPlace;
import dev.assay.engine.transfer.Donor;
import dev.assay.engine.transfer.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameters that are taken from other runs are there, and fit. */
record TransferRules(Review review, Network network) {

  /** What is taken; where something does not fit, the reason is among the problems. */
  List<Transferred> check() {
    return review.experiment().transfer().stream()
        .flatMap(transfer -> check(transfer).stream())
        .toList();
  }

  private Optional<Transferred> check(Transfer transfer) {
    names(transfer, "layers", transfer.layers());
    names(transfer, "except", transfer.except());
    names(transfer, "renamed", List.copyOf(transfer.renamed().keySet()));
    Optional<Donor> donor = donor(transfer);
    if (donor.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> layers = new LinkedHashMap<>();
    learning()
        .filter(layer -> transfer.takes(layer.name()))
        .forEach(
            layer -> {
              fits(transfer, donor.get(), layer);
              layers.put(layer.name(), transfer.there(layer.name()));
            });
    return Optional.of(new Transferred(transfer, donor.get(), layers));
  }

  private Stream<PlannedLayer> learning() {
    return network.layers().stream().filter(layer -> layer.parameterCount() > 0);
  }

  /** A pattern that stands for no layer would do nothing. */
  private void names(Transfer transfer, String key, List<String> patterns) {
    List<String> names = learning().map(PlannedLayer::name).toList();
    for (String pattern : patterns) {
      if (names.stream().noneMatch(new NamePattern(pattern)::matches)) {
        review.unknown(
            PlanRules.NAME,
            review.locations().of(transfer, key),
            "no layer with parameters is called `%s`".formatted(pattern),
            pattern,
            names);
      }
    }
  }

  private Optional<Donor> donor(Transfer transfer) {
    try {
      Donor donor = Donor.open(Path.of(transfer.run()));
      if (donor.contents().places().isEmpty()) {
        throw new IOException(
            "%s does not say which parameters it holds; a new run would"
                .formatted(donor.checkpoint()));
      }
      String digest = donor.contents().facts().sha256();
      if (transfer.sha256() != null && !transfer.sha256().equals(digest)) {
        throw new IOException(
            "the parameters of `%s` have the digest %s, not %s"
                .formatted(donor.run(), digest, transfer.sha256()));
      }
      return Optional.of(donor);
    } catch (IOException e) {
      review.error(
          PlanRules.TRANSFER,
          review.locations().of(transfer, "run"),
          String.valueOf(e.getMessage()),
          "`assay runs` lists the runs that there are");
      return Optional.empty();
    }
  }

  private void fits(Transfer transfer, Donor donor, PlannedLayer layer) {
    String there = transfer.there(layer.name());
    List<ParameterPlace> given = donor.parameters(there);
    if (given.isEmpty()) {
      report(
          transfer,
          "the run `%s` has no layer `%s` to take parameters from".formatted(donor.run(), there),
          "%s It has %s."
              .formatted(Nearest.question(there, donor.layers()), Words.and(donor.layers()))
              .strip());
      return;
    }
    String needed =
        listed(
            layer.parameters().stream()
                .map(parameter -> described(parameter.name(), parameter.shape())));
    String had = listed(given.stream().map(place -> described(place.parameter(), place.shape())));
    if (!needed.equals(had)) {
      report(
          transfer,
          "`%s` has %s here, and %s in the run `%s`"
              .formatted(layer.name(), needed, had, donor.run()),
          "`except: %s` lets it start afresh".formatted(layer.name()));
    }
  }

  private static String described(String parameter, List<Integer> shape) {
    return "`%s` %s".formatted(parameter, shape);
  }

  /** In the order of the names, since layers may list theirs in another one. */
  private static String listed(Stream<String> parameters) {
    return parameters.sorted().collect(Collectors.joining(", "));
  }

  private void report(Transfer transfer, String message, String hint) {
    boolean written =
        !review.locations().of(transfer, "layers").equals(review.locations().of(transfer));
    review.error(
        PlanRules.TRANSFER,
        review.locations().of(transfer, written ? "layers" : "run"),
        message,
        hint);
  }
}
