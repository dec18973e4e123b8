package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.layers.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A layer that slides windows over a grid and takes, at each place, a weighted sum for each filter;
 * or, where it is transposed, adds a weighted window to its output at each place of its input.
 */
public interface Convolving extends Layer {

  /** DL4J's names of the weights and of the biases. */
  String WEIGHT = "W";

  String BIAS = "b";

  /** How many axes its input has beside the channels. */
  int axes();

  /** Its windows over its input. */
  Windows windows(Site site);

  Activation activation();

  boolean bias();

  @Nullable Initializer weightInit();

  /** Whether it is transposed. */
  default boolean transposed() {
    return false;
  }

  /** Whether each place has weights of its own. */
  default boolean local() {
    return false;
  }

  @Override
  default Shape shape(Site site) {
    return output(site).shape();
  }

  /** What it makes of its input. */
  default Grid output(Site site) {
    Grid input = Grid.of(site, axes());
    Windows windows = windows(site);
    return transposed() ? windows.across(input, extra(windows)) : windows.over(input);
  }

  /** How many points a transposed layer's output has more along each axis, at the end. */
  default List<Integer> extra(Windows windows) {
    return Collections.nCopies(axes(), 0);
  }

  @Override
  default List<Activation> functions() {
    return List.of(activation());
  }

  @Override
  default Footprint footprint(Site site) {
    Images images = output(site).isSequence() ? Images.ROWS : Images.BLOCKS;
    return Ending.footprint(activation(), shape(site).size()).with(images);
  }

  /** Weights are {@code [filters, channels / groups, ...]}, transposed the other way round. */
  @Override
  default List<Parameter> parameters(Site site) {
    Windows windows = windows(site);
    int channels = Grid.of(site, axes()).channels();
    int first = transposed() ? channels : windows.filters();
    int second = (transposed() ? windows.filters() : channels) / windows.groups();
    int[] shape =
        IntStream.concat(IntStream.of(first, second), windows.kernel().stream().mapToInt(k -> k))
            .toArray();
    List<Parameter> parameters = new ArrayList<>();
    if (bias()) {
      parameters.add(Parameter.bias("bias", BIAS, windows.filters()));
    }
    parameters.add(Parameter.weight("weight", WEIGHT, shape));
    return parameters;
  }

  @Override
  default Vertex vertex(Site site) {
    Initializer own = weightInit();
    return new Vertex.Own(
        () -> new ConvolutionOperation(this, site),
        parameters(site),
        own == null ? site.weightInit() : own);
  }

  @Override
  default long flops(Site site) {
    Windows windows = windows(site);
    Grid input = Grid.of(site, axes());
    Grid places = transposed() ? input : output(site);
    long products = (long) windows.filters() * input.channels() / windows.groups();
    return 2 * products * windows.points() * places.points();
  }

  /** Numbers as an array, as oneDNN takes them. */
  static long[] array(List<Integer> numbers) {
    return Arrays.stream(numbers.toArray(Integer[]::new)).mapToLong(Integer::longValue).toArray();
  }
}
