package dev.assay.standard.recurrent;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.activations.Sigmoid;
import dev.assay.standard.activations.Tanh;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of <a
 * href="https://doi.org/10.1162/089976600300015015">Gers et al. 2000</a>, without peepholes), from
 * {@code h = c = 0}:
 *
 * <pre>
 * i = sigmoid(x W_i + h R_i + b_i)        f = sigmoid(x W_f + h R_f + b_f)
 * o = sigmoid(x W_o + h R_o + b_o)        g = tanh(x W_g + h R_g + b_g)
 * c = f c + i g                           h = o tanh(c)
 * </pre>
 *
 * <p>where {@code activation} is in the place of tanh, and {@code gate_activation} in that of
 * sigmoid.
 *
 * <p>In: a sequence {@code [steps, features]}. Out: {@code h} at each step, {@code [steps, units]}.
 * Parameters, for each gate: {@code W [features, units]}, {@code R [units, units]}, {@code b
 * [units]}. A {@code bias_init} is for all biases but the forget gate's, as in Keras.
 */
@Doc("Long short-term memory: reads a sequence and says its state at each step.")
@Example(value = "{type: lstm, units: 16}", of = "[10, 32]", makes = "[10, 16]", parameters = 3136)
public record Lstm(
    @Doc("Size of the state.") @Positive int units,
    @Doc(
            "What the forget gate's bias starts with, whatever `bias_init` says of the others; 1 makes"
                + " a fresh network remember.")
        @Default("1")
        double forgetBias,
    @Doc("What is done to what a step adds to the cells, and to the cells themselves.")
        @Default("tanh")
        Activation activation,
    @Doc("What is done to the sums of the input, forget and output gates.") @Default("sigmoid")
        Activation gateActivation,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit,
    @Doc("How what the state is multiplied by starts; as the other weights if left out.")
        @Nullable Initializer recurrentInit)
    implements Layer {

  /** The order in which DL4J keeps the gates' columns. */
  static final List<String> GATES = List.of("g", "f", "o", "i");

  /** Whether its functions are those that it is known for, which are the fast ones. */
  boolean isUsual() {
    return activation instanceof Tanh && gateActivation instanceof Sigmoid;
  }

  @Override
  public Shape shape(Site site) {
    return site.sequence().withLast(units);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    List<Parameter> parameters = new ArrayList<>();
    int features = site.input().dim(-1);
    for (String gate : GATES) {
      parameters.add(of(gate, Parameter.weight("W_" + gate, key("W", gate), features, units)));
      parameters.add(
          of(gate, Parameter.weight("R_" + gate, key("R", gate), units, units))
              .startingAs(recurrentInit));
      Parameter bias = of(gate, Parameter.bias("b_" + gate, key("b", gate), units));
      parameters.add(gate.equals("f") ? bias.startingWith(forgetBias) : bias);
    }
    return parameters;
  }

  /** DL4J has all gates' columns in one array. */
  private String key(String array, String gate) {
    if (isUsual()) {
      return array.equals("R") ? "RW" : array;
    }
    return array + gate;
  }

  private Parameter of(String gate, Parameter parameter) {
    return isUsual() ? parameter.inColumns(GATES.indexOf(gate) * units, units) : parameter;
  }

  @Override
  public Reach reach() {
    return Reach.STATE;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    if (!isUsual()) {
      return new Vertex.Own(() -> new LstmOperation(this), parameters(site), initializer);
    }
    return Vertex.of(
        new LSTM.Builder()
            .nIn(site.input().dim(-1))
            .nOut(units)
            .activation(activation.function())
            .forgetGateBiasInit(forgetBias)
            .weightInit(initializer.function())
            .weightInitRecurrent((recurrentInit == null ? initializer : recurrentInit).function())
            .dataFormat(RNNFormat.NWC)
            .build());
  }

  @Override
  public long flops(Site site) {
    return 8L * site.input().dim(0) * units * (site.input().dim(1) + units);
  }

  @Override
  public List<Activation> functions() {
    return List.of(activation, gateActivation);
  }

  /**
   * At each step it keeps x, four gates, c, tanh(c) and h in the order of the samples, too, since
   * its own is that of the steps; both gradients by h are there at the same time.
   */
  @Override
  public Footprint footprint(Site site) {
    if (!isUsual()) {
      int sums =
          (activation.derivedFromInput() ? 1 : 0) + (gateActivation.derivedFromInput() ? 3 : 0);
      return Recurrence.footprint(site, units, GATES.size(), 2 + sums);
    }
    long states = (long) site.input().dim(0) * units;
    return new Footprint(states, site.input().size() + 7 * states, states);
  }
}
