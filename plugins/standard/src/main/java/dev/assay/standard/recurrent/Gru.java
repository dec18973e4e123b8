package dev.assay.standard.recurrent;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gated recurrent unit (<a href="https://arxiv.org/abs/1406.1078">Cho et al. 2014</a>, in the form
 * whose reset gate comes behind the product, as PyTorch and cuDNN have it), from {@code h = 0}:
 *
 * <pre>
 * r = sigmoid(x W_r + h R_r + b_r)        z = sigmoid(x W_z + h R_z + b_z)
 * n = tanh(x W_n + b_n + r (h R_n + c_n))
 * h = (1 - z) n + z h
 * </pre>
 *
 * <p>where {@code activation} is in the place of tanh, and {@code gate_activation} in that of
 * sigmoid.
 *
 * <p>In: a sequence {@code [steps, features]}. Out: {@code h} at each step, {@code [steps, units]}.
 * Parameters, for each of r, z and n: {@code W [features, units]}, {@code R [units, units]}, {@code
 * b [units]}; and {@code c_n [units]}. PyTorch has two more biases, which are added to {@code b_r}
 * and {@code b_z}.
 */
@Doc("Gated recurrent unit: reads a sequence and says its state at each step.")
@Example(value = "{type: gru, units: 16}", of = "[10, 32]", makes = "[10, 16]", parameters = 2368)
public record Gru(
    @Doc("Size of the state.") @Positive int units,
    @Doc("What is done to the sums of what may become the state.") @Default("tanh")
        Activation activation,
    @Doc("What is done to the sums of the reset and update gates.") @Default("sigmoid")
        Activation gateActivation,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit,
    @Doc("How what the state is multiplied by starts; as the other weights if left out.")
        @Nullable Initializer recurrentInit)
    implements Layer {

  /** Reset, update, and what is new. */
  static final List<String> GATES = List.of("r", "z", "n");

  @Override
  public Shape shape(Site site) {
    return site.sequence().withLast(units);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    int features = site.input().dim(1);
    List<Parameter> parameters = new ArrayList<>();
    for (String gate : GATES) {
      parameters.add(Parameter.weight("W_" + gate, "W" + gate, features, units));
      parameters.add(
          Parameter.weight("R_" + gate, "R" + gate, units, units).startingAs(recurrentInit));
      parameters.add(Parameter.bias("b_" + gate, "b" + gate, units));
    }
    parameters.add(Parameter.bias("c_n", "cn", units));
    return parameters;
  }

  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public Reach reach() {
    return Reach.STATE;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    return new Vertex.Own(() -> new GruOperation(this), parameters(site), initializer);
  }

  @Override
  public List<Activation> functions() {
    return List.of(activation, gateActivation);
  }

  @Override
  public Footprint footprint(Site site) {
    int sums =
        (activation.derivedFromInput() ? 1 : 0) + (gateActivation.derivedFromInput() ? 2 : 0);
    return Recurrence.footprint(site, units, GATES.size(), 2 + sums);
  }

  @Override
  public long flops(Site site) {
    return 6L * site.input().dim(0) * units * (site.input().dim(1) + units);
  }
}
