package dev.assay.datasets;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Questions drawn at random, each with its one answer: the input is the question followed by all
 * but the last symbol of the answer, and the target, which belongs to the last steps, is the
 * answer. So a network that predicts the next symbol has to write the answer behind the question.
 *
 * <p>Test questions are none of the training questions, as long as there are enough others.
 *
 * @param symbols how many different symbols there are
 * @param question length of a question
 * @param answer length of an answer
 * @param possible how many different questions there are
 * @param draw makes a question
 * @param solve answers it
 */
record Riddles(
    int symbols,
    int question,
    int answer,
    double possible,
    Function<SplittableRandom, int[]> draw,
    UnaryOperator<int[]> solve) {

  /**
   * How many questions of each kind.
   *
   * @param fresh whether training questions are drawn anew for each pass
   */
  record Counts(int train, int test, boolean fresh) {}

  DataSpec spec(Counts counts) {
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put(DataSpec.TRAIN, counts.train());
    samples.put("test", counts.test());
    return DataSpec.of(
        Shape.ofSymbols(symbols, question + answer - 1), Shape.ofSymbols(symbols, answer), samples);
  }

  Data open(Counts counts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return counts.fresh() ? fresh(counts, random) : fixed(counts, random);
  }

  private Data fixed(Counts counts, SplittableRandom random) {
    Set<List<Integer>> taken = new HashSet<>();
    Rows trained = draw(counts.train(), random, Set.of(), taken);
    boolean enough = possible > 2.0 * (taken.size() + counts.test());
    Rows tested = draw(counts.test(), random, enough ? taken : Set.of(), new HashSet<>());
    return data(trained, tested, Digests.sha256(trained.digest(), tested.digest()));
  }

  private Data fresh(Counts counts, SplittableRandom random) {
    Set<List<Integer>> kept = new HashSet<>();
    Rows tested = draw(counts.test(), random, Set.of(), kept);
    boolean enough = possible > 2.0 * kept.size();
    Drawn drawn = new Drawn(counts.train(), enough ? kept : Set.of(), random.nextLong());
    return data(drawn, tested, Digests.sha256(drawn.rows.digest(), tested.digest()));
  }

  private static Data data(Data.Split trained, Data.Split tested, String digest) {
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    splits.put(DataSpec.TRAIN, trained);
    splits.put("test", tested);
    return new Data(splits, "made up", digest);
  }

  private Rows draw(
      int count, SplittableRandom random, Set<List<Integer>> forbidden, Set<List<Integer>> drawn) {
    List<double[]> inputs = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    while (inputs.size() < count) {
      int[] asked = draw.apply(random);
      List<Integer> key = Arrays.stream(asked).boxed().toList();
      if (forbidden.contains(key)) {
        continue;
      }
      drawn.add(key);
      int[] answered = solve.apply(asked);
      int[] input = Arrays.copyOf(asked, question + answer - 1);
      System.arraycopy(answered, 0, input, question, answer - 1);
      inputs.add(Arrays.stream(input).asDoubleStream().toArray());
      targets.add(Arrays.stream(answered).asDoubleStream().toArray());
    }
    return new Rows(inputs, targets);
  }

  /** Training questions that are other ones in each pass, as the seed determines them. */
  private final class Drawn implements Data.Split {
    private final int size;
    private final Set<List<Integer>> forbidden;
    private final long seed;
    private Rows rows;

    Drawn(int size, Set<List<Integer>> forbidden, long seed) {
      this.size = size;
      this.forbidden = forbidden;
      this.seed = seed;
      this.rows = pass(1);
    }

    private Rows pass(int pass) {
      return draw(size, new SplittableRandom(seed + pass), forbidden, new HashSet<>());
    }

    @Override
    public void startEpoch(int epoch) {
      rows = pass(epoch);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void read(int sample, Batch batch, int row) {
      rows.read(sample, batch, row);
    }
  }
}
