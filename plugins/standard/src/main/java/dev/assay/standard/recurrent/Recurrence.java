package dev.assay.standard.recurrent;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.onednn.Gemm;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of a layer that goes step by step. What all steps have in common is computed for all
 * at once: the products of the input before the steps, the gradients of the weights behind them.
 *
 * <p>Weights lie as {@code [in, out]}, one array for each gate.
 */
final class Recurrence {

  /** What a layer computes in a step. */
  interface Cell {

    /**
     * Adds a step, with the input's part of each gate in its place.
     *
     * @param before the state before it
     * @param after where the state is written
     */
    void forward(List<Step> to, int t, Memory before, Memory after);

    /**
     * Adds what goes backward through a step.
     *
     * @param before the state before it
     * @param after the state
     * @param dAfter the gradient by it, complete
     * @param dBefore where that by the state before is added; null before the first step
     */
    void backward(
        List<Step> to, int t, Memory before, Memory after, Memory dAfter, @Nullable Memory dBefore);

    /** What is multiplied by the gate's recurrent weights: its gradient at all steps. */
    Memory recurrent(String gate);

    /** The bias that is added to that product, or null. */
    @Nullable String bias(String gate);
  }

  /** Makes the cell, once there is memory for its gates. */
  interface Maker {

    /**
     * Makes it.
     *
     * @param gates the gates at all steps, and their gradients, in the order of their names
     * @param before what is computed once before the steps
     * @param beforeBack what is computed once before going backward through them
     */
    Cell make(
        Timeline time,
        List<Memory> gates,
        List<Memory> gradients,
        List<Step> before,
        List<Step> beforeBack);
  }

  private final Binding at;
  private final @Nullable Reading reading;

  /** The names of the gates; those of the parameters end with them. */
  private final List<String> names;

  private final Timeline time;
  private final long features;
  private final Memory x;
  private final Memory states; // and zeros before them
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();
  private final List<Memory> gates = new ArrayList<>();
  private final List<Memory> gradients = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private Recurrence(Binding at, List<String> names, @Nullable Reading reading) {
    this.at = at;
    this.reading = reading;
    this.names = names;
    this.time = Timeline.of(at);
    this.features = at.site().input().dim(1);
    this.x = at.kept(Layout.plain(time.steps() * time.samples(), features));
    long units = time.units();
    this.states = at.arena().allocate(Layout.plain((time.steps() + 1) * time.samples(), units));
    Memory said = states.view(time.turned(units), time.samples() * units);
    boolean derived = at.training() && at.output().trained();
    at.pass(said, derived ? at.arena().allocate(time.turned(units)) : null);
  }

  /**
   * What a layer takes: beside its states, a copy of its input, and the gates and their gradients.
   *
   * @param gates how many it has
   * @param more arrays of states that its cell keeps; it has half as many for its gradients
   */
  static Footprint footprint(Site site, int units, int gates, int more) {
    long given = site.input().size();
    long states = (long) site.input().dim(0) * units;
    return new Footprint(
        states, given + (gates + more) * states, given + (gates + more / 2) * states);
  }

  /**
   * Binds a layer.
   *
   * @param names those of the gates; those of the parameters end with them
   */
  static Kernel bind(Binding at, List<String> names, Entry.Maker entry, Maker maker) {
    return new Recurrence(at, names, null).bound(entry, maker);
  }

  /**
   * Binds a layer whose sequence comes step by step, so that one of it is a sequence of its own,
   * with the state that the last one has left before it.
   */
  static Kernel step(
      Binding at, Reading reading, List<String> names, Entry.Maker entry, Maker maker) {
    return new Recurrence(at, names, reading).bound(entry, maker);
  }

  private Kernel bound(Entry.Maker entry, Maker maker) {
    Port given = at.input(at.plain(at.site().input()));
    forward.add(given.move());
    forward.add(Reorder.copy(at.arena(), given.memory(), x.as(time.turned(features))));
    for (String name : names) {
      Memory gate = at.kept(time.all());
      gates.add(gate);
      gradients.add(at.training() ? at.scratch(time.all()) : gate);
      entries.add(entry.make(time, x, name));
      entries.get(entries.size() - 1).forward(forward, gate);
    }
    List<Step> once = new ArrayList<>();
    List<Step> beforeBack = new ArrayList<>();
    Cell cell = maker.make(time, gates, gradients, once, beforeBack);
    forward.addAll(reading == null ? once : List.of(() -> carry(once, reading)));
    for (int t = 0; t < time.steps(); t++) {
      cell.forward(forward, t, time.step(states, t), time.step(states, t + 1));
    }
    if (at.training()) {
      backward.addAll(beforeBack);
      backward(cell);
    }
    return Kernel.of(forward, backward);
  }

  /** Weights stay as they are for as long as one text. */
  private void carry(List<Step> once, Reading from) {
    Memory before = time.step(states, 0);
    if (from.position() == 0) {
      before.clear();
      once.forEach(Step::run);
    } else {
      before.numbers().put(0, states.numbers(), before.length(), before.length());
    }
  }

  private void backward(Cell cell) {
    Port given = at.outputGradient(time.turned(time.units()));
    backward.add(given.move());
    Memory dh = given.memory().as(time.all());
    for (int t = time.steps() - 1; t >= 0; t--) {
      cell.backward(
          backward,
          t,
          time.step(states, t),
          time.step(states, t + 1),
          time.step(dh, t),
          t == 0 ? null : time.step(dh, t - 1));
    }
    for (int i = 0; i < gates.size(); i++) {
      String gate = names.get(i);
      Memory before = states.as(time.all());
      backward.add(
          time.product("R" + gate, cell.bias(gate), before).backwardWeights(cell.recurrent(gate)));
      entries.get(i).backward(backward, gradients.get(i));
    }
    input();
  }

  private void input() {
    Port dx = at.inputGradient(at.plain(at.site().input()));
    if (dx == null) {
      return;
    }
    long rows = time.steps() * time.samples();
    Memory sums = at.scratch(x.layout());
    for (int i = 0; i < gates.size(); i++) {
      Memory w = at.parameters().value("W" + names.get(i), Layout.plain(features, time.units()));
      backward.add(
          new Gemm(rows, features, time.units(), false, true, i == 0 ? 0 : 1)
              .bind(gradients.get(i), w, sums));
    }
    backward.add(Reorder.copy(at.arena(), sums.as(time.turned(features)), dx.memory()));
    backward.add(dx.move());
  }
}
