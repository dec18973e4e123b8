package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.activations.Softmax;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A function of each number. In and out: any shape. */
@Doc("A function of each number.")
@Example(value = "{type: activation, activation: relu}", of = "[20]", makes = "[20]")
public record Activate(@Doc("The function.") Activation activation) implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.input();
  }

  /** Not DL4J's ActivationLayer: when it is used, it changes its input, which others may share. */
  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(() -> new Function(activation.function()), List.of(), site.weightInit());
  }

  /** A softmax is one over the last axis, which it needs side by side. */
  @Override
  public Footprint footprint(Site site) {
    Images images = activation instanceof Softmax ? Images.ROWS : Images.AS_GIVEN;
    return Footprint.of(shape(site).size()).with(images);
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  private static final class Function implements Operation {
    private final IActivation function;
    private INDArray input = Nd4j.empty();

    Function(IActivation function) {
      this.function = function;
    }

    @Override
    public INDArray forward(INDArray given, Parameters parameters, boolean training) {
      input = given;
      return function.getActivation(given.dup(), training);
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return function.backprop(input.dup(), gradient).getFirst();
    }
  }
}
