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
    @Doc("How many samples there are.") @Default("5") int samples)
    implements Dataset {

  @Override
  public DataSpec spec(DataFiles files) {
    List<Field> inputs = new ArrayList<>(List.of(new Field("input", new Shape(input, symbols))));
    for (List<Integer> dims : more) {
      inputs.add(new Field("input_" + (inputs.size() + 1), new Shape(dims, 0)));
    }
    return new DataSpec(
        inputs,
        List.of(new Field("target", new Shape(target, 0))),
        Map.of(DataSpec.TRAIN, samples));
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
              input.setRow(row, values);
            }
            int width = batch.targets().get(0).shape().size();
            batch.targets().get(0).setRow(row, random.doubles(width, -1, 1).toArray());
          }
        };
    return new Data(Map.of(DataSpec.TRAIN, split), "made up", "");
  }
}
