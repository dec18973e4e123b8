package dev.assay.config.bind;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One pass over a tree: what it reads with, and what it has found so far. */
final class Binding {

  /** Stands for a value that could not be made; the reason is among the problems. */
  static final Object INVALID = new Object();

  private final Node root;
  private final RecordType whole;
  private final Catalog catalog;
  private final Problems problems;
  private final Complaints complaints;
  private final Locations locations;
  private final FilePaths paths = new FilePaths();
  private final Set<String> broken = new LinkedHashSet<>();
  private int unknowns;

  Binding(Node root, RecordType whole, Span start, Catalog catalog, Problems problems) {
    this.root = root;
    this.whole = whole;
    this.catalog = catalog;
    this.problems = problems;
    this.complaints = new Complaints(catalog, problems);
    this.locations = new Locations(start);
  }

  /** What the whole tree is. */
  RecordType whole() {
    return whole;
  }

  Catalog catalog() {
    return catalog;
  }

  Problems problems() {
    return problems;
  }

  Complaints complaints() {
    return complaints;
  }

  Locations locations() {
    return locations;
  }

  FilePaths paths() {
    return paths;
  }

  /** The keys at the top with something wrong behind them. */
  Set<String> broken() {
    return broken;
  }

  /** How often something was wrong so far. */
  int failures() {
    return problems.errors() + unknowns;
  }

  /** A value that nobody knows; why not, has been reported. */
  Object unknown() {
    unknowns++;
    return INVALID;
  }

  /** Whether a value is in its key's range; what is not is reported. */
  boolean admits(RecordType type, RecordType.Key key, Object value, String name, Node node) {
    List<String> sentences = Constraints.ofValue(type, key, value);
    sentences.forEach(sentence -> complaints.outOfRange(name, sentence, value, node));
    return sentences.isEmpty();
  }

  /** Remembers a key of the whole tree if something behind it was wrong since then. */
  void markIfBroken(RecordType.Key key, Node.Mapping mapping, int failuresBefore) {
    if (failures() > failuresBefore && mapping == root) {
      broken.add(key.name());
    }
  }
}
