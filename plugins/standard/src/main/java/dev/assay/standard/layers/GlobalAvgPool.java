package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mean of each channel of an image over all its pixels (<a
 * href="https://arxiv.org/abs/1312.4400">Lin et al. 2014</a>, section 3.2), so that it does not
 * matter where in the image something is.
 *
 * <p>In: an image {@code [channels, height, width]}. Out: {@code [channels]}.
 */
@Doc("The mean of each channel of an image over all its pixels.")
public record GlobalAvgPool() implements Layer {

  @Override
  public Shape shape(Site site) {
    return Shape.of(site.image().dim(0));
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Mean::new, List.of(), site.weightInit());
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  private static final class Mean implements Operation {
    private long[] shape = {};

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      shape = input.shape();
      return input.mean(2, 3);
    }

    /** Each pixel has the same share in the mean. */
    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray share = gradient.div((double) (shape[2] * shape[3]));
      INDArray spread = Nd4j.zeros(gradient.dataType(), shape);
      return spread.addi(share.reshape('c', shape[0], shape[1], 1, 1));
    }
  }
}
