package dev.assay.testkit;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random inputs and targets of any shape; the same ones for the same seed. */
@Doc("Random samples of any shape.")
public record KitSamples(
    @Doc("The shape of an input.") List<Integer> input,
    @Doc("How many symbols inputs are drawn from; 0 for real numbers.") @Default("0") int symbols,
    @Doc("The shapes of further inputs of real numbers, called `input_2` and so on.")
        List<List<Integer>> more,
    @Doc("The shape of a target.") List<Integer> target,
    @Doc("How many samples there are.") @Default("5") int samples,
    @Doc("Whether sequences have different lengths.") @Default("false") boolean padded)
    implements Dataset {

  @Override
  public DataSpec spec(DataFiles files) {
    List<Field> inputs = new ArrayList<>(List.of(field("input", new Shape(input, symbols))));
    for (List<Integer> dims : more) {
      inputs.add(field("input_" + (inputs.size() + 1), new Shape(dims, 0)));
    }
    return new DataSpec(
        inputs, List.of(field("target", new Shape(target, 0))), Map.of(DataSpec.TRAIN, samples));
  }

  /** A sequence, of symbols or of rows of numbers, may be padded. */
  private Field field(String name, Shape shape) {
    boolean sequence = shape.rank() == (shape.isSymbols() ? 1 : 2);
    return new Field(name, shape, padded && sequence);
  }

  /** All numbers, or those of the sample's own steps: of all sequences as many. */
  private double[] cut(int sample, Values into, double... numbers) {
    if (into.lengths() == null) {
      return numbers;
    }
    int steps = into.shape().dim(0);
    return Arrays.copyOf(numbers, (1 + sample % steps) * (numbers.length / steps));
  }

  @Override
  public Data open(DataFiles files, long seed) {
    Data.Split split =
        new Data.Split() {
          @Override
          public int size() {
            return samples;
          }

          @Override
          public void read(int sample, Batch batch, int row) {
            SplittableRandom random = new SplittableRandom(seed * 1000 + sample);
            for (Values input : batch.inputs()) {
              int among = input.shape().symbols();
              int length = input.shape().size();
              double[] values =
                  among == 0
                      ? random.doubles(length, -1, 1).toArray()
                      : random.ints(length, 0, among).asDoubleStream().toArray();
              input.setRow(row, cut(sample, input, values));
            }
            Values target = batch.targets().get(0);
            double[] wanted = random.doubles(target.shape().size(), -1, 1).toArray();
            target.setRow(row, cut(sample, target, wanted));
          }
        };
    return new Data(Map.of(DataSpec.TRAIN, split), "made up", "");
  }
}
