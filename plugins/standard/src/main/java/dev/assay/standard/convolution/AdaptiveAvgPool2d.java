package dev.assay.standard.convolution;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Combination;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The means of as many windows as the output is to have pixels: window {@code i} of {@code n} along
 * an axis of length {@code l} reaches from {@code floor(i l / n)} to before {@code ceil((i + 1) l /
 * n)}, so that windows differ in size and overlap where {@code n} does not divide {@code l}, as in
 * PyTorch.
 *
 * <p>In: {@code [channels, height, width]}. Out: {@code [channels, output height, output width]}.
 */
@Doc("The means of as many windows of an image as the output is to have pixels.")
@Example(
    value = "{type: adaptive_avg_pool2d, output_size: 7}",
    of = "[32, 28, 28]",
    makes = "[32, 7, 7]")
public record AdaptiveAvgPool2d(
    @Doc(value = "Height and width of the output; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> outputSize)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape image = site.image();
    int height = outputSize.get(0);
    int width = outputSize.get(outputSize.size() - 1);
    if (height > image.dim(1) || width > image.dim(2)) {
      throw new ShapeException(
          "makes %dx%d of an image of %dx%d, which has less"
              .formatted(height, width, image.dim(1), image.dim(2)));
    }
    return Shape.of(image.dim(0), height, width);
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Means(site.image(), shape(site)));
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }

  /** The shares that pixels have in the output's. */
  record Means(Shape image, Shape output) implements Combination {

    /** A pixel of a channel, a pixel of the output that it is part of, and its share in that. */
    interface Part {
      void see(int from, int to, double share);
    }

    void each(Part part) {
      int width = image.dim(2);
      for (int y = 0; y < output.dim(1); y++) {
        for (int x = 0; x < output.dim(2); x++) {
          int top = start(y, 1);
          int bottom = end(y, 1);
          int left = start(x, 2);
          int right = end(x, 2);
          double share = 1.0 / ((bottom - top) * (right - left));
          for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
              part.see(i * width + j, y * output.dim(2) + x, share);
            }
          }
        }
      }
    }

    private int start(int place, int axis) {
      return place * image.dim(axis) / output.dim(axis);
    }

    private int end(int place, int axis) {
      int pieces = output.dim(axis);
      return ((place + 1) * image.dim(axis) + pieces - 1) / pieces;
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
      double[] x = inputs.get(0).reshape(inputs.get(0).length()).toDoubleVector();
      int rows = (int) inputs.get(0).size(0);
      double[] y = new double[rows * output.size()];
      channels(rows, (from, to) -> each((i, o, share) -> y[to + o] += share * x[from + i]));
      return array(y, rows, output, inputs.get(0));
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      double[] dy = gradient.reshape(gradient.length()).toDoubleVector();
      int rows = (int) gradient.size(0);
      double[] dx = new double[rows * image.size()];
      channels(rows, (from, to) -> each((i, o, share) -> dx[from + i] += share * dy[to + o]));
      return List.of(array(dx, rows, image, gradient));
    }

    /** Where a channel of a sample begins in the input and in the output. */
    interface Channel {
      void see(int from, int to);
    }

    void channels(int rows, Channel channel) {
      int in = image.dim(1) * image.dim(2);
      int out = output.dim(1) * output.dim(2);
      for (int i = 0; i < rows * image.dim(0); i++) {
        channel.see(i * in, i * out);
      }
    }

    private static INDArray array(double[] numbers, int rows, Shape shape, INDArray like) {
      long[] dims = {rows, shape.dim(0), shape.dim(1), shape.dim(2)};
      return Nd4j.create(numbers, dims, 'c').castTo(like.dataType());
    }
  }
}
