package dev.assay.config.compose;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The keys and blocks that are being resolved, for those that come back to themselves. */
final class Trail {

  private final Problems problems;
  private final Deque<String> steps = new ArrayDeque<>();
  private final Set<Set<String>> circles = new HashSet<>();

  Trail(Problems problems) {
    this.problems = problems;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * Takes a step, and comes back.
   *
   * @param rule what is broken by a step that is being taken already
   * @return nothing where that is reported
   */
  <T> Optional<T> along(String step, Rule rule, Span at, Supplier<T> further) {
    if (steps.contains(step)) {
      circle(rule, at, step);
      return Optional.empty();
    }
    steps.addLast(step);
    try {
      return Optional.of(further.get());
    } finally {
      steps.removeLast();
    }
  }

  /** Reports a circle once, wherever somebody enters it. */
  private void circle(Rule rule, Span at, String step) {
    List<String> all = new ArrayList<>(steps);
    List<String> circle = new ArrayList<>(all.subList(all.indexOf(step), all.size()));
    if (circles.add(Set.copyOf(circle))) {
      circle.add(step);
      problems.error(rule, at, "this comes back to itself: " + String.join(" > ", circle));
    }
  }
}
