package dev.assay.engine.plan;

import dev.assay.engine.architecture.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * Where padded sequences end.
 *
 * @param input the data's input whose lengths they had at first
 * @param through the windows that they went through since, unless these make a step of each
 */
public record Ends(String input, List<Places> through) {

  public Ends {
    through = List.copyOf(through);
  }

  /** Where an input of the data ends. */
  static Ends of(String input) {
    return new Ends(input, List.of());
  }

  /** Whether sequences are as long as they were. */
  public boolean whole() {
    return through.isEmpty();
  }

  /** Where they end behind windows. Steps that are added and taken off again were never there. */
  Ends through(Places windows) {
    List<Places> all = new ArrayList<>(through);
    Places last = all.isEmpty() ? Places.ALL : all.remove(all.size() - 1);
    all.addAll(last.isExact() ? List.of(last.then(windows)) : List.of(last, windows));
    all.removeIf(Places.ALL::equals);
    return new Ends(input, all);
  }

  /** How many steps there are of sequences whose lengths were these at first. */
  public void write(int[] lengths, int[] now) {
    for (int row = 0; row < now.length; row++) {
      int steps = lengths[row];
      for (Places places : through) {
        steps = places.of(steps);
      }
      now[row] = steps;
    }
  }

  /** The same, in an array of their own. */
  public int[] of(int[] lengths) {
    int[] now = new int[lengths.length];
    write(lengths, now);
    return now;
  }
}
