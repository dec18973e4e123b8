package dev.assay.datasets;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Samples without meaning, of any shape: to plan a network before there is data for it, to measure
 * how fast it is, or to see how much it can learn by heart. Numbers are normal, with mean 0 and
 * deviation 1.
 */
@Doc("Random inputs and random targets of any shape.")
public record Noise(
    @Doc("The shape of an input, without the batch: `[784]`, or `[3, 32, 32]`.")
        List<@Positive Integer> input,
    @Doc("If inputs are symbols, how many different ones there are.") @Positive
        @Nullable Integer symbols,
    @Doc("The shape of a target, without the batch; a single class or number if left out.")
        List<@Positive Integer> target,
    @Doc("If targets are classes, how many there are.") @Positive @Nullable Integer classes,
    @Doc(value = "How many there are, all to train on.", unit = "samples") @Default("100") @Positive
        int samples)
    implements Dataset {

  @Override
  public DataSpec spec(DataFiles files) {
    return DataSpec.of(
        shape(input, symbols), shape(target, classes), Map.of(DataSpec.TRAIN, samples));
  }

  /** A bare number is one feature, unless it is a symbol. */
  private static Shape shape(List<Integer> dims, @Nullable Integer symbols) {
    boolean number = dims.isEmpty() && symbols == null;
    return new Shape(number ? List.of(1) : dims, symbols == null ? 0 : symbols);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> inputs = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      inputs.add(drawn(shape(input, symbols), random));
      targets.add(drawn(shape(target, classes), random));
    }
    Rows rows = new Rows(inputs, targets);
    return new Data(Map.of(DataSpec.TRAIN, rows), "made up", rows.digest());
  }

  private static double[] drawn(Shape shape, SplittableRandom random) {
    double[] numbers = new double[shape.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = shape.isSymbols() ? random.nextInt(shape.symbols()) : random.nextGaussian();
    }
    return numbers;
  }
}
