package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
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
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.jspecify.annotations.Nullable;

/**
 * Connects each input feature with each unit: {@code y = activation(x W + b)}.
 *
 * <p>In: {@code [features]}, or a sequence {@code [steps, features]}, whose steps are treated
 * alike. Out: the same with {@code units} features. Parameters: {@code weight [features, units]},
 * {@code bias [units]}.
 */
@Doc("Connects each input feature with each unit; the steps of a sequence are treated alike.")
@Elsewhere({"linear", "fully_connected", "fc"})
@Example(value = "{type: dense, units: 10}", of = "[20]", makes = "[10]", parameters = 210)
@Example(value = "{type: dense, units: 16}", of = "[10, 32]", makes = "[10, 16]", parameters = 528)
public record Dense(
    @Doc("Output features.") @Positive int units,
    @Doc("What is done to each output.") @Default("identity") Activation activation,
    @Doc("Whether a learned number is added to each output.") @Default("true") boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.featuresOrSequence().withLast(units);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    Parameter weight = Parameter.weight("weight", "W", site.input().dim(-1), units);
    return bias ? List.of(weight, Parameter.bias("bias", "b", units)) : List.of(weight);
  }

  @Override
  public List<Activation> functions() {
    return List.of(activation);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    DenseLayer layer =
        new DenseLayer.Builder()
            .nIn(site.input().dim(-1))
            .nOut(units)
            .hasBias(bias)
            .activation(activation.function())
            .weightInit(initializer.function())
            .build();
    boolean sequence = site.input().rank() == 2;
    return Vertex.of(sequence ? new TimeDistributed(layer, RNNFormat.NWC) : layer);
  }

  @Override
  public Footprint footprint(Site site) {
    return Ending.footprint(activation, shape(site).size());
  }

  @Override
  public long flops(Site site) {
    return 2L * site.input().size() * units;
  }
}
