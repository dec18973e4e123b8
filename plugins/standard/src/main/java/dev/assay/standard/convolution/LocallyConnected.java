package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.standard.layers.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A {@link Convolving} layer whose filters differ from place to place, biases included. Places are
 * counted row by row.
 */
public interface LocallyConnected extends Convolving {

  int filters();

  List<Integer> kernel();

  List<Integer> stride();

  List<Margin> padding();

  List<Integer> dilation();

  @Override
  default boolean local() {
    return true;
  }

  @Override
  default Windows windows(Site site) {
    Grid grid = Grid.of(site, axes());
    return Windows.on(grid, filters(), 1, kernel(), stride(), padding(), dilation());
  }

  /** Weights are {@code [places filters, channels, ...]}: those of a place stand together. */
  @Override
  default List<Parameter> parameters(Site site) {
    Windows windows = windows(site);
    int units = Math.multiplyExact(output(site).points(), filters());
    IntStream first = IntStream.of(units, Grid.of(site, axes()).channels());
    IntStream window = windows.kernel().stream().mapToInt(k -> k);
    List<Parameter> parameters = new ArrayList<>();
    if (bias()) {
      parameters.add(Parameter.bias("bias", BIAS, units));
    }
    parameters.add(Parameter.weight("weight", WEIGHT, IntStream.concat(first, window).toArray()));
    return parameters;
  }

  /** The windows are copied side by side. */
  @Override
  default Footprint footprint(Site site) {
    long window = (long) Grid.of(site, axes()).channels() * windows(site).points();
    return Ending.footprint(activation(), shape(site).size())
        .keeping(output(site).points() * window);
  }

  @Override
  default Vertex vertex(Site site) {
    Initializer own = weightInit();
    return new Vertex.Own(
        () -> new ConvolutionOperation(this, site),
        parameters(site),
        new EachPlace(own == null ? site.weightInit() : own, output(site).points()));
  }
}
