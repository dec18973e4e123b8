package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mean of each channel of an image over all its pixels, or of each feature of a sequence over
 * its steps, without those that only fill it up (<a href="https://arxiv.org/abs/1312.4400">Lin et
 * al. 2014</a>, section 3.2), so that it does not matter where something is.
 *
 * <p>In: an image {@code [channels, height, width]} or a sequence {@code [steps, features]}. Out:
 * {@code [channels]} or {@code [features]}.
 */
@Doc("The mean of each channel of an image, or of each feature of a sequence over its own steps.")
@Elsewhere({"global_average_pooling1d", "global_average_pooling2d", "gap"})
public record GlobalAvgPool() implements Layer {

  @Override
  public Shape shape(Site site) {
    if (isSequence(site)) {
      return Shape.of(site.sequence().dim(1));
    }
    return Shape.of(site.image().dim(0));
  }

  static boolean isSequence(Site site) {
    return site.input().rank() == 2;
  }

  @Override
  public Padding padding(Site site) {
    return isSequence(site) ? Padding.TAKEN : Padding.UNKNOWN;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(
        isSequence(site) ? () -> new StepPooling(StepPooling.Kind.MEAN) : Mean::new,
        List.of(),
        site.weightInit());
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
