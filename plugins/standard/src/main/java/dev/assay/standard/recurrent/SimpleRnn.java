package dev.assay.standard.recurrent;

import static dev.assay.standard.recurrent.Sequences.product;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
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
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network that reads its own last state with each step (<a
 * href="https://doi.org/10.1207/s15516709cog1402_1">Elman 1990</a>), from {@code h = 0}:
 *
 * <pre>
 * h = activation(x W + h R + b)
 * </pre>
 *
 * <p>In: a sequence {@code [steps, features]}. Out: {@code h} at each step, {@code [steps, units]}.
 * Parameters: {@code W [features, units]}, {@code R [units, units]}, {@code b [units]}.
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
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.sequence().withLast(units);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(
        Parameter.weight("W", "W", site.input().dim(1), units),
        Parameter.weight("R", "R", units, units),
        Parameter.bias("b", "b", units));
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
    return new Vertex.Own(
        () -> new Mathematics(units, activation.function()), parameters(site), initializer);
  }

  @Override
  public Footprint footprint(Site site) {
    return Recurrence.footprint(site, units, 1, 0);
  }

  @Override
  public long flops(Site site) {
    return 2L * site.input().dim(0) * units * (site.input().dim(1) + units);
  }

  private static final class Mathematics implements Operation {
    private final int units;
    private final IActivation function;
    private final List<INDArray> states = new ArrayList<>();
    private final List<INDArray> sums = new ArrayList<>();
    private INDArray input = Nd4j.empty();

    Mathematics(int units, IActivation function) {
      this.units = units;
      this.function = function;
    }

    @Override
    public INDArray forward(INDArray given, Parameters parameters, boolean training) {
      input = given;
      states.clear();
      sums.clear();
      INDArray said = Sequences.like(given, units);
      INDArray h = Nd4j.zeros(given.dataType(), given.size(0), units);
      for (long t = 0; t < given.size(1); t++) {
        INDArray sum = product(Sequences.step(given, t), parameters.value("W"), false, false);
        sum.addi(product(h, parameters.value("R"), false, false));
        sum.addiRowVector(parameters.value("b"));
        states.add(h);
        sums.add(sum);
        h = function.getActivation(sum.dup(), training);
        Sequences.put(said, t, h);
      }
      return said;
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      List.of("W", "R", "b").forEach(key -> parameters.gradient(key).assign(0));
      INDArray dInput = Sequences.like(input, input.size(2));
      INDArray later = Nd4j.zeros(gradient.dataType(), gradient.size(0), units);
      for (int t = sums.size() - 1; t >= 0; t--) {
        INDArray dh = Sequences.step(gradient, t).addi(later);
        INDArray dSum = function.backprop(sums.get(t).dup(), dh).getFirst();
        parameters.gradient("W").addi(product(Sequences.step(input, t), dSum, true, false));
        parameters.gradient("R").addi(product(states.get(t), dSum, true, false));
        parameters.gradient("b").addi(dSum.sum(0));
        later = product(dSum, parameters.value("R"), false, true);
        Sequences.put(dInput, t, product(dSum, parameters.value("W"), false, true));
      }
      return dInput;
    }
  }
}
