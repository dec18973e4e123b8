package dev.assay.standard.recurrent;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The last step of a sequence: what a recurrent layer says when it has read all of it; of one that
 * is padded, its own last step. In: {@code [steps, features]}. Out: {@code [features]}.
 */
@Doc("The last step of a sequence: what a recurrent layer says when it has read all of it.")
@Elsewhere("last_time_step")
@Example(value = "{type: last_step}", of = "[10, 32]", makes = "[32]")
public record LastStep() implements Layer {

  @Override
  public Shape shape(Site site) {
    return Shape.of(site.sequence().dim(1));
  }

  @Override
  public Padding padding(Site site) {
    return Padding.TAKEN;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Last::new, List.of(), site.weightInit());
  }

  private static final class Last implements Operation {
    private INDArray input = Nd4j.empty();
    private int @Nullable [] lengths;

    @Override
    public void lengths(List<int @Nullable []> given) {
      lengths = given.get(0);
    }

    @Override
    public INDArray forward(INDArray given, Parameters parameters, boolean training) {
      input = given;
      INDArray last = Nd4j.create(given.dataType(), given.size(0), given.size(2));
      for (int row = 0; row < given.size(0); row++) {
        last.getRow(row).assign(step(given, row));
      }
      return last;
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray dInput = Sequences.like(input, input.size(2));
      for (int row = 0; row < input.size(0); row++) {
        step(dInput, row).assign(gradient.getRow(row));
      }
      return dInput;
    }

    /** The last step of a sample, in place. */
    private INDArray step(INDArray sequences, int row) {
      long last = (lengths == null ? sequences.size(1) : lengths[row]) - 1;
      return sequences.get(NDArrayIndex.point(row), NDArrayIndex.point(last), NDArrayIndex.all());
    }
  }
}
