package dev.assay.standard.search;

import dev.assay.config.bind.Doc;
import dev.assay.config.tree.Node;
import dev.assay.engine.sweep.Search;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every combination of the values, the last key changing fastest. */
@Doc("Every combination of the values, the last key changing fastest.")
public record GridSearch() implements Search {

  @Override
  public int trials(Map<String, List<Node>> space) {
    return space.values().stream().map(List::size).reduce(1, Math::multiplyExact);
  }

  @Override
  public Proposals start(Map<String, List<Node>> space, long seed) {
    Iterator<Map<String, Node>> combinations = combinations(space).iterator();
    return () -> combinations.hasNext() ? Optional.of(combinations.next()) : Optional.empty();
  }

  private static List<Map<String, Node>> combinations(Map<String, List<Node>> space) {
    List<Map<String, Node>> all = List.of(new LinkedHashMap<>());
    for (Map.Entry<String, List<Node>> dimension : space.entrySet()) {
      List<Map<String, Node>> longer = new ArrayList<>();
      for (Map<String, Node> combination : all) {
        for (Node value : dimension.getValue()) {
          Map<String, Node> extended = new LinkedHashMap<>(combination);
          extended.put(dimension.getKey(), value);
          longer.add(extended);
        }
      }
      all = longer;
    }
    return all;
  }
}
