package dev.assay.engine.drawing;

import dev.assay.engine.drawing.Sketch.Edge;
import dev.assay.engine.drawing.Sketch.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where everything in a picture is: rows from top to bottom, every arrow pointing down (<a
 * href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama et al. 1981</a>). An arrow past some
 * rows has a place in each of them, so that it does not cross a node.
 *
 * @param arrows the places that each edge passes, its ends included, in the order of the edges
 */
record Layout(Map<String, Place> nodes, List<List<Place>> arrows, double width, double height) {

  private static final double GAP = 34;
  private static final double ROW_GAP = 40;
  private static final double LINE = 18;
  private static final double LETTER = 7.6;
  private static final double BEND_WIDTH = 10;
  private static final double MARGIN = 24;
  private static final int SWEEPS = 8;

  /** A node, or where an arrow passes a row. Its middle is at {@code x, y}. */
  static final class Place {
    final int row;
    final double width;
    final boolean isNode;
    final List<Place> above = new ArrayList<>();
    double height;
    double x;
    double y;

    private Place(int row, double width, double height, boolean isNode) {
      this.row = row;
      this.width = width;
      this.height = height;
      this.isNode = isNode;
    }

    /** Nodes stay under nodes, and only where there are none under arrows. */
    private double wanted() {
      List<Place> upper = above.stream().filter(place -> place.isNode == isNode).toList();
      return (upper.isEmpty() ? above : upper)
          .stream().mapToDouble(place -> place.x).average().orElse(x);
    }
  }

  static Layout of(Sketch sketch) {
    Map<String, Place> nodes = new HashMap<>();
    List<List<Place>> rows = new ArrayList<>();
    for (Node node : sketch.nodes()) {
      int row =
          sketch.edges().stream()
              .filter(edge -> edge.to().equals(node.name()))
              .mapToInt(edge -> place(nodes, edge.from()).row + 1)
              .max()
              .orElse(0);
      int letters = node.lines().stream().mapToInt(String::length).max().orElse(0);
      Place place = new Place(row, letters * LETTER + 28, node.lines().size() * LINE + 16, true);
      nodes.put(node.name(), place);
      add(rows, place);
    }
    List<List<Place>> arrows = new ArrayList<>();
    for (Edge edge : sketch.edges()) {
      arrows.add(arrow(place(nodes, edge.from()), place(nodes, edge.to()), rows));
    }
    return placed(nodes, arrows, rows);
  }

  private static Place place(Map<String, Place> nodes, String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  private static void add(List<List<Place>> rows, Place place) {
    while (rows.size() <= place.row) {
      rows.add(new ArrayList<>());
    }
    rows.get(place.row).add(place);
  }

  private static List<Place> arrow(Place from, Place to, List<List<Place>> rows) {
    List<Place> way = new ArrayList<>(List.of(from));
    for (int row = from.row + 1; row < to.row; row++) {
      Place bend = new Place(row, BEND_WIDTH, 0, false);
      bend.above.add(way.get(way.size() - 1));
      way.add(bend);
      add(rows, bend);
    }
    to.above.add(way.get(way.size() - 1));
    way.add(to);
    return way;
  }

  private static Layout placed(
      Map<String, Place> nodes, List<List<Place>> arrows, List<List<Place>> rows) {
    double y = down(rows);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      rows.forEach(Layout::arrange);
    }
    List<Place> all = rows.stream().flatMap(List::stream).toList();
    double left = all.stream().mapToDouble(place -> place.x - place.width / 2).min().orElse(0);
    all.forEach(place -> place.x += MARGIN - left);
    double right = all.stream().mapToDouble(place -> place.x + place.width / 2).max().orElse(0);
    return new Layout(nodes, arrows, right + MARGIN, y + MARGIN);
  }

  /** Puts rows under each other; returns where the last one ends. */
  private static double down(List<List<Place>> rows) {
    double y = MARGIN;
    for (List<Place> row : rows) {
      double height = row.stream().mapToDouble(place -> place.height).max().orElse(0);
      for (Place place : row) {
        place.y = y + height / 2;
        place.height = place.isNode ? place.height : height;
      }
      y += height + ROW_GAP;
    }
    return y - ROW_GAP;
  }

  /** Puts places under what is above them, side by side, in the order that crosses least. */
  private static void arrange(List<Place> row) {
    row.sort(Comparator.comparingDouble(Place::wanted).thenComparing(place -> !place.isNode));
    double[] wanted = row.stream().mapToDouble(Place::wanted).toArray();
    double end = Double.NEGATIVE_INFINITY;
    double pushed = 0;
    for (int i = 0; i < row.size(); i++) {
      Place place = row.get(i);
      place.x = Math.max(wanted[i], end + GAP + place.width / 2);
      end = place.x + place.width / 2;
      pushed += place.isNode ? place.x - wanted[i] : 0;
    }
    double back = pushed / Math.max(1, row.stream().filter(place -> place.isNode).count());
    row.forEach(place -> place.x -= back);
  }
}
