package dev.assay.standard.recurrent;

import static dev.assay.standard.recurrent.Sequences.product;

import dev.assay.engine.architecture.Operation;
import dev.assay.standard.layers.Normalized;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of {@link SimpleRnn}, whose letters these are. */
final class SimpleRnnOperation implements Operation {

  /** What keeps the division from zero: that of {@code layer_norm} if nobody says otherwise. */
  static final double EPSILON = 1e-5;

  static final String INPUT_GAIN = "gW";
  static final String STATE_GAIN = "gR";

  private final SimpleRnn layer;
  private final List<Moment> moments = new ArrayList<>();
  private INDArray input = Nd4j.empty();

  SimpleRnnOperation(SimpleRnn layer) {
    this.layer = layer;
  }

  /**
   * One step, each {@code [samples, units]}.
   *
   * @param h the state before it
   * @param state the state after it
   * @param ofInput the normalised {@code x W}, or null
   * @param ofState the normalised {@code h R}, or null
   */
  private record Moment(
      INDArray x,
      INDArray h,
      Applied state,
      @Nullable Normalized ofInput,
      @Nullable Normalized ofState) {}

  @Override
  public INDArray forward(INDArray given, Parameters parameters, boolean training) {
    input = given;
    moments.clear();
    INDArray said = Sequences.like(given, layer.units());
    INDArray h = Nd4j.zeros(given.dataType(), given.size(0), layer.units());
    for (long t = 0; t < given.size(1); t++) {
      Moment moment = moment(Sequences.step(given, t), h, parameters, training);
      moments.add(moment);
      h = moment.state.made();
      Sequences.put(said, t, h);
    }
    return said;
  }

  private Moment moment(INDArray x, INDArray h, Parameters parameters, boolean training) {
    INDArray read = product(x, parameters.value("W"), false, false);
    INDArray known = product(h, parameters.value("R"), false, false);
    Normalized ofInput = normalized(read);
    Normalized ofState = normalized(known);
    INDArray sum = scaled(read, ofInput, INPUT_GAIN, parameters);
    sum.addi(scaled(known, ofState, STATE_GAIN, parameters));
    sum.addiRowVector(parameters.value("b"));
    Applied state = Applied.of(layer.activation(), sum, training);
    return new Moment(x, h, state, ofInput, ofState);
  }

  private @Nullable Normalized normalized(INDArray product) {
    return layer.layerNorm() ? Normalized.of(product, 1, EPSILON) : null;
  }

  private static INDArray scaled(
      INDArray product, @Nullable Normalized norm, String gain, Parameters parameters) {
    return norm == null ? product : norm.values().mulRowVector(parameters.value(gain));
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    List<String> all = new ArrayList<>(List.of("W", "R", "b"));
    all.addAll(layer.layerNorm() ? List.of(INPUT_GAIN, STATE_GAIN) : List.of());
    all.forEach(key -> parameters.gradient(key).assign(0));
    INDArray dInput = Sequences.like(input, input.size(2));
    INDArray later = Nd4j.zeros(gradient.dataType(), gradient.size(0), layer.units());
    for (int t = moments.size() - 1; t >= 0; t--) {
      Moment at = moments.get(t);
      INDArray dh = Sequences.step(gradient, t).addi(later);
      INDArray dSum = at.state.backward(dh);
      parameters.gradient("b").addi(dSum.sum(0));
      INDArray dRead = unscaled(dSum, at.ofInput, INPUT_GAIN, parameters);
      INDArray dKnown = unscaled(dSum, at.ofState, STATE_GAIN, parameters);
      parameters.gradient("W").addi(product(at.x, dRead, true, false));
      parameters.gradient("R").addi(product(at.h, dKnown, true, false));
      later = product(dKnown, parameters.value("R"), false, true);
      Sequences.put(dInput, t, product(dRead, parameters.value("W"), false, true));
    }
    return dInput;
  }

  /** What goes back through a norm, whose gain's gradient grows. */
  private static INDArray unscaled(
      INDArray dy, @Nullable Normalized norm, String gain, Parameters parameters) {
    if (norm == null) {
      return dy;
    }
    parameters.gradient(gain).addi(dy.mul(norm.values()).sum(0));
    return norm.backward(dy.mulRowVector(parameters.value(gain)));
  }
}
