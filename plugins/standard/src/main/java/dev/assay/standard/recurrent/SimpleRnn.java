package dev.assay.standard.recurrent;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
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
 * A network that reads its own last state with each step (<a
 * href="https://doi.org/10.1207/s15516709cog1402_1">Elman 1990</a>), from {@code h = 0}:
 *
 * <pre>
 * h = activation(x W + h R + b)
 * </pre>
 *
 * <p>With {@code layer_norm}, both products are brought to mean 0 and variance 1 over the units
 * before they are added up, as in DL4J, and as <a href="https://arxiv.org/abs/1607.06450">Ba et al.
 * 2016</a> do it in their LSTM:
 *
 * <pre>
 * h = activation(norm(x W; g_W) + norm(h R; g_R) + b)
 * norm(a; g) = g (a - mean(a)) / sqrt(variance(a) + 1e-5)
 * </pre>
 *
 * <p>In: a sequence {@code [steps, features]}. Out: {@code h} at each step, {@code [steps, units]}.
 * Parameters: {@code W [features, units]}, {@code R [units, units]}, {@code b [units]}; with {@code
 * layer_norm} also the gains {@code g_W [units]} and {@code g_R [units]}.
 */
@Doc("The plain recurrent layer: each state is a dense layer of the input and the state before.")
@Elsewhere({"rnn", "elman"})
@Example(
    value = "{type: simple_rnn, units: 16}",
    of = "[10, 32]",
    makes = "[10, 16]",
    parameters = 784)
public record SimpleRnn(
    @Doc("Size of the state.") @Positive int units,
    @Doc("What is done to each state.") @Default("tanh") Activation activation,
    @Doc(
            "Whether what comes of the input, and of the state before, is brought to mean 0 and"
                + " variance 1 over the units at each step, and scaled by learned gains.")
        @Default("false")
        boolean layerNorm,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit,
    @Doc("How what the state is multiplied by starts; as the other weights if left out.")
        @Nullable Initializer recurrentInit)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.sequence().withLast(units);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weight("W", "W", site.input().dim(1), units));
    parameters.add(Parameter.weight("R", "R", units, units).startingAs(recurrentInit));
    parameters.add(Parameter.bias("b", "b", units));
    if (layerNorm) {
      parameters.add(Parameter.gain("g_W", SimpleRnnOperation.INPUT_GAIN, units));
      parameters.add(Parameter.gain("g_R", SimpleRnnOperation.STATE_GAIN, units));
    }
    return List.copyOf(parameters);
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
    return new Vertex.Own(() -> new SimpleRnnOperation(this), parameters(site), initializer);
  }

  @Override
  public List<Activation> functions() {
    return List.of(activation);
  }

  @Override
  public Footprint footprint(Site site) {
    return Recurrence.footprint(site, units, 1, layerNorm ? 2 : 0);
  }

  @Override
  public long flops(Site site) {
    return 2L * site.input().dim(0) * units * (site.input().dim(1) + units);
  }
}
