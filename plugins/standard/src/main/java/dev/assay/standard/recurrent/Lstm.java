package dev.assay.standard.recurrent;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationTanH;

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
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  /** The order in which DL4J keeps the gates' columns. */
  private static final List<String> GATES = List.of("g", "f", "o", "i");

  @Override
  public Shape shape(Site site) {
    return site.sequence().withLast(units);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    List<Parameter> parameters = new ArrayList<>();
    for (String gate : GATES) {
      int column = GATES.indexOf(gate) * units;
      int features = site.input().dim(-1);
      parameters.add(Parameter.weight("W_" + gate, "W", features, units).inColumns(column, units));
      parameters.add(Parameter.weight("R_" + gate, "RW", units, units).inColumns(column, units));
      Parameter bias = Parameter.bias("b_" + gate, "b", units).inColumns(column, units);
      parameters.add(gate.equals("f") ? bias.startingWith(forgetBias) : bias);
    }
    return parameters;
  }

  @Override
  public Reach reach() {
    return Reach.STATE;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    return Vertex.of(
        new LSTM.Builder()
            .nIn(site.input().dim(-1))
            .nOut(units)
            .activation(new ActivationTanH())
            .forgetGateBiasInit(forgetBias)
            .weightInit(initializer.function())
            .dataFormat(RNNFormat.NWC)
            .build());
  }

  @Override
  public long flops(Site site) {
    return 8L * site.input().dim(0) * units * (site.input().dim(1) + units);
  }

  /**
   * At each step it keeps x, four gates, c, tanh(c) and h in the order of the samples, too, since
   * its own is that of the steps; both gradients by h are there at the same time.
   */
  @Override
  public Footprint footprint(Site site) {
    long states = (long) site.input().dim(0) * units;
    return new Footprint(states, site.input().size() + 7 * states, states);
  }
}
