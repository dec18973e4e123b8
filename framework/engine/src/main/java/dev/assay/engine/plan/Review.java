package dev.assay.engine.plan;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Locations;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Span;
import dev.assay.engine.Experiment;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An experiment under review: what the rules look at, and where they report.
 *
 * @param broken the sections with an error in them, of which nothing follows
 */
record Review(
    Experiment experiment,
    Set<String> broken,
    Locations locations,
    Catalog catalog,
    Problems problems) {

  void error(Rule rule, Span at, String message, @Nullable String hint) {
    problems.error(rule, at, message, hint);
  }

  void error(Rule rule, Span at, String message) {
    problems.error(rule, at, message);
  }

  /** Reports a name that is none of those known, with the nearest of them. */
  void unknown(Rule rule, Span at, String message, String name, Collection<String> known) {
    String all = known.isEmpty() ? "" : "There are " + Words.and(known) + ".";
    error(rule, at, message, (Nearest.question(name, known) + " " + all).trim());
  }

  /** Whether the experiment is to be trained at all; it is meant to be if that is not clear. */
  boolean trains() {
    return broken.contains("training")
        || (experiment.training() != null && experiment.training().trains());
  }
}
