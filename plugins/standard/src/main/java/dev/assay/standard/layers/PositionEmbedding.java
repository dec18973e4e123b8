package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Adds a learned vector to each step of a sequence, so that steps can be told apart.
 *
 * <p>In and out: {@code [steps, features]}. Parameters: {@code weight [max_steps, features]}; a
 * shorter sequence uses the first rows.
 */
@Doc("Adds a learned vector to each step of a sequence, so that steps can be told apart.")
@Elsewhere({"positional_embedding", "learned_positions"})
@Example(
    value = "{type: position_embedding}",
    of = "[10, 32]",
    makes = "[10, 32]",
    parameters = 320)
public record PositionEmbedding(
    @Doc(value = "The longest sequence; as long as those of the data if left out.", unit = "steps")
        @Positive
        @Nullable Integer maxSteps,
    @Doc("How the vectors start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape sequence = site.sequence();
    if (sequence.dim(0) > rows(site)) {
      throw new ShapeException(
          "has vectors for %d steps, the sequence has %d".formatted(rows(site), sequence.dim(0)));
    }
    return sequence;
  }

  private int rows(Site site) {
    return maxSteps == null ? site.input().dim(0) : maxSteps;
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(Parameter.weight("weight", "W", rows(site), site.input().dim(1)));
  }

  @Override
  public Reach reach() {
    return Reach.PAST;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    return new Vertex.Own(Shift::new, parameters(site), initializer);
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  private static final class Shift implements Operation {

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray rows = first(parameters.value("W"), input.size(1));
      return input.add(rows.reshape(1, rows.size(0), rows.size(1)));
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray table = parameters.gradient("W");
      table.assign(0);
      first(table, gradient.size(1)).assign(gradient.sum(0));
      return gradient;
    }

    private static INDArray first(INDArray table, long rows) {
      return table.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
    }
  }
}
