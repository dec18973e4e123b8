package dev.assay.engine.optimizer;

import static dev.assay.engine.optimizer.Division.STRETCH;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Division.Patch;
import dev.assay.engine.optimizer.Optimizer.FloatStretch;
import dev.assay.engine.optimizer.Optimizer.Step;
import dev.assay.engine.optimizer.Optimizer.Stretch;
import dev.assay.engine.schedule.Moment;
import java.util.List;

/**
 * Applies the optimizers of a section to the parameters of one network, and keeps their state.
 *
 * <p>It works patch by patch, in the network's own precision, on as many threads as the network
 * computes with, and comes to each number once. What it makes of a number does not depend on how
 * many threads there are.
 */
public final class Updater {

  private final List<Division.Share> shares;
  private final List<Patch> patches;
  private final List<Constrained> constrained;
  private final Limits limits;

  /** For each share, its state vectors; empty in single precision. */
  private final double[][][] doubles;

  /** For each patch, its part of each state vector of its share; empty in double precision. */
  private final float[][][] floats;

  private long steps;

  /** Starts with a state of zeros, for parameters of this length and precision. */
  public Updater(OptimizerSection section, ParameterVector parameters) {
    this(section, new Layout(List.of()), parameters);
  }

  /**
   * The same, for a network some of whose parameters are treated otherwise than others, or must
   * keep to something after each step.
   */
  public Updater(OptimizerSection section, Layout layout, ParameterVector parameters) {
    Division division = Division.of(section, layout, parameters.length());
    this.shares = division.shares();
    this.patches = division.patches();
    this.constrained = layout.constrained();
    this.limits = new Limits(section, layout, patches, parameters.precision());
    boolean wide = parameters.precision() == Precision.DOUBLE;
    this.doubles = new double[wide ? shares.size() : 0][][];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = new double[vectors(i)][shares.get(i).length()];
    }
    this.floats = new float[wide ? 0 : patches.size()][][];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = new float[vectors(patches.get(i).share())][patches.get(i).count()];
    }
  }

  private int vectors(int share) {
    return shares.get(share).optimizer().stateVectors();
  }

  /** How many steps have been made. */
  public long steps() {
    return steps;
  }

  /** Makes one step by the network's gradient. */
  public void step(Executable network, Moment moment) {
    steps++;
    Step[] now =
        shares.stream().map(share -> share.optimizer().step(steps, moment)).toArray(Step[]::new);
    ParameterVector parameters = network.parameters();
    Limits.Gradient gradient = limits.of(network);
    boolean wide = parameters.precision() == Precision.DOUBLE;
    network.inParts(
        patches.size(),
        1,
        (from, to) -> {
          if (wide) {
            doubles(parameters, gradient, from, to, now);
          } else {
            floats(parameters, gradient, from, to, now);
          }
        });
    if (!constrained.isEmpty()) {
      network.inParts(
          constrained.size(),
          1,
          (from, to) -> constrained.subList(from, to).forEach(one -> one.apply(parameters)));
    }
  }

  private void doubles(
      ParameterVector parameters, Limits.Gradient gradient, int from, int to, Step... now) {
    double[] values = new double[STRETCH];
    double[] derivatives = new double[STRETCH];
    for (Patch patch : patches.subList(from, to)) {
      int share = patch.share();
      parameters.read(patch.from(), values, patch.count());
      gradient.read(patch, derivatives);
      Stretch stretch =
          new Stretch(values, derivatives, doubles[share], patch.offset(), patch.count());
      shares.get(share).optimizer().update(stretch, now[share]);
      parameters.write(patch.from(), values, patch.count());
    }
  }

  private void floats(
      ParameterVector parameters, Limits.Gradient gradient, int from, int to, Step... now) {
    float[] values = new float[STRETCH];
    float[] room = new float[STRETCH];
    for (int i = from; i < to; i++) {
      Patch patch = patches.get(i);
      parameters.read(patch.from(), values, patch.count());
      float[] derivatives = gradient.read(i, patch, room);
      FloatStretch stretch =
          new FloatStretch(values, derivatives, floats[i], patch.offset(), patch.count());
      shares.get(patch.share()).optimizer().update(stretch, now[patch.share()]);
      parameters.write(patch.from(), values, patch.count());
    }
  }
}
