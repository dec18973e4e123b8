package dev.assay.engine.training;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.WeightNoise;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.schedule.Moment;
import java.util.List;
import java.util.Map;

/**
 * A network some of whose weights are disturbed in each step of its training. Between steps they
 * are what they are.
 */
public final class NoisyWeights implements Executable {

  /** No layer's place, which layers draw by. */
  private static final long PLACE = -1;

  private final Executable network;
  private final List<Disturbed> disturbed;
  private final long seed;
  private long steps;

  /** Some weights, from a place of the parameter vector on. */
  public record Region(WeightNoise noise, int from, int count) {}

  /** A network that is disturbed in some regions. */
  public NoisyWeights(Executable network, List<Region> regions, long seed) {
    this.network = network;
    this.disturbed = regions.stream().map(Disturbed::new).toList();
    this.seed = seed;
  }

  /** Weights as they are, and what has been drawn for them. */
  private static final class Disturbed {
    private final Region region;
    private final double[] weights;
    private final double[] factors;

    Disturbed(Region region) {
      this.region = region;
      this.weights = new double[region.count()];
      this.factors = new double[region.count()];
    }

    void disturb(ParameterVector parameters, Chance chance, Moment moment) {
      double[] numbers = new double[region.count()]; // the shifts, at first
      region.noise().draw(chance, moment, region.from(), factors, numbers);
      parameters.read(region.from(), weights, weights.length);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] += factors[i] * weights[i];
      }
      parameters.write(region.from(), numbers, numbers.length);
    }

    void restore(ParameterVector parameters) {
      parameters.write(region.from(), weights, weights.length);
    }

    /** The derivative by the weights, of that by the disturbed ones. */
    void derive(int from, double[] gradient, int count) {
      int first = Math.max(from, region.from());
      int end = Math.min(from + count, region.from() + region.count());
      for (int i = first; i < end; i++) {
        gradient[i - from] *= factors[i - region.from()];
      }
    }
  }

  @Override
  public double step(Samples batch, Moment moment) {
    Chance chance = Chance.of(seed, PLACE, ++steps);
    each(one -> one.disturb(parameters(), chance, moment));
    try {
      return network.step(batch, moment);
    } finally {
      each(one -> one.restore(parameters()));
    }
  }

  /** Something that is done to each region, on all threads. */
  private interface Task {
    void run(Disturbed one);
  }

  private void each(Task task) {
    network.inParts(
        disturbed.size(), 1, (from, to) -> disturbed.subList(from, to).forEach(task::run));
  }

  @Override
  public ParameterVector gradient() {
    return new Derivative(network.gradient(), disturbed);
  }

  /** The gradient by the weights themselves. */
  private record Derivative(ParameterVector gradient, List<Disturbed> disturbed)
      implements ParameterVector {

    @Override
    public int length() {
      return gradient.length();
    }

    @Override
    public Precision precision() {
      return gradient.precision();
    }

    @Override
    public void read(int from, double[] into, int count) {
      gradient.read(from, into, count);
      disturbed.forEach(one -> one.derive(from, into, count));
    }

    @Override
    public void write(int from, double[] values, int count) {
      throw new UnsupportedOperationException("a gradient is computed");
    }
  }

  @Override
  public Map<String, Output> forward(Batch batch) {
    return network.forward(batch);
  }

  @Override
  public ParameterVector parameters() {
    return network.parameters();
  }

  @Override
  public void inParts(int length, int unit, Part part) {
    network.inParts(length, unit, part);
  }

  @Override
  public void close() {
    network.close();
  }
}
