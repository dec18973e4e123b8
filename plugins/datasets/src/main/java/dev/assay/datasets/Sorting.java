package dev.assay.datasets;

import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Sequences to sort: the input is a random sequence followed by all but the last symbol of the
 * sorted one, and the target, which belongs to the last steps, is the sorted sequence. So a network
 * that predicts the next symbol has to write the sorted sequence behind the random one.
 *
 * <p>{@code length} 5: {@code [0,1,1,1,0] [0,0,1,1]} to {@code [0,0,1,1,1]}. Test sequences are
 * none of the training sequences, as long as there are enough others.
 */
@Doc("Random sequences of symbols, to be written again in order.")
public record Sorting(
    @Doc(value = "Length of the sequences.", unit = "symbols") @Min(2) int length,
    @Doc("How many different symbols there are.") @Min(2) int symbols,
    @Doc(value = "Sequences to train on.", unit = "samples") @Positive int train,
    @Doc(value = "Sequences to test on.", unit = "samples") @Positive int test)
    implements Dataset {

  @Override
  public DataSpec spec(DataFiles files) {
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put(DataSpec.TRAIN, train);
    samples.put("test", test);
    return DataSpec.of(
        Shape.ofSymbols(symbols, 2 * length - 1), Shape.ofSymbols(symbols, length), samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<List<Double>> taken = new HashSet<>();
    Rows trained = draw(train, random, Set.of(), taken);
    boolean enough = Math.pow(symbols, length) > 2.0 * (taken.size() + test);
    Rows tested = draw(test, random, enough ? taken : Set.of(), new HashSet<>());
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    splits.put(DataSpec.TRAIN, trained);
    splits.put("test", tested);
    return new Data(
        splits,
        "made up",
        Digests.sha256((trained.digest() + tested.digest()).getBytes(StandardCharsets.UTF_8)));
  }

  private Rows draw(
      int count, SplittableRandom random, Set<List<Double>> forbidden, Set<List<Double>> drawn) {
    List<double[]> inputs = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    while (inputs.size() < count) {
      double[] sequence = random.ints(length, 0, symbols).asDoubleStream().toArray();
      List<Double> key = Arrays.stream(sequence).boxed().toList();
      if (forbidden.contains(key)) {
        continue;
      }
      drawn.add(key);
      double[] sorted = sequence.clone();
      Arrays.sort(sorted);
      double[] input = Arrays.copyOf(sequence, 2 * length - 1);
      System.arraycopy(sorted, 0, input, length, length - 1);
      inputs.add(input);
      targets.add(sorted);
    }
    return new Rows(inputs, targets);
  }
}
