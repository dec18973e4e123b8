package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiddlesTest {

  private static final DataFiles NONE = new DataFiles(List.of(), Path.of(""));
  private static final int SUMS = 500;

  private static Dataset addition(boolean fresh) {
    return new Addition(2, SUMS, 300, fresh);
  }

  /** Question and answer of each sample: the input, then the target's last symbol. */
  private static List<List<Integer>> samples(Dataset dataset, Data data, String split) {
    Batches batches = Batches.inOrder(dataset.spec(NONE), data.split(split), 1, Precision.DOUBLE);
    List<List<Integer>> samples = new ArrayList<>();
    while (batches.hasNext()) {
      Batch batch = batches.next();
      List<Integer> sample = new ArrayList<>(ints(batch.inputs().get(0).doubles()));
      List<Integer> answer = ints(batch.targets().get(0).doubles());
      assertThat(sample.subList(sample.size() - answer.size() + 1, sample.size()))
          .as("the answer but for its last symbol")
          .isEqualTo(answer.subList(0, answer.size() - 1));
      sample.add(answer.get(answer.size() - 1));
      samples.add(sample);
    }
    return samples;
  }

  private static List<Integer> ints(double[] values) {
    return Arrays.stream(values).mapToInt(value -> (int) value).boxed().toList();
  }

  private static int number(List<Integer> digits) {
    return digits.stream().reduce(0, (all, digit) -> 10 * all + digit);
  }

  private static int backwards(List<Integer> digits) {
    int number = 0;
    for (int i = digits.size() - 1; i >= 0; i--) {
      number = 10 * number + digits.get(i);
    }
    return number;
  }

  @Test
  void sumsAreRight() {
    Dataset dataset = addition(false);
    List<List<Integer>> samples = samples(dataset, dataset.open(NONE, 7), "train");
    assertThat(samples).hasSize(SUMS);
    for (List<Integer> s : samples) {
      assertThat(backwards(s.subList(4, 7)))
          .isEqualTo(number(s.subList(0, 2)) + number(s.subList(2, 4)));
    }
  }

  @Test
  void productsAndSumsAreRight() {
    Dataset dataset = new Affine(2, SUMS, 10, false);
    List<List<Integer>> samples = samples(dataset, dataset.open(NONE, 7), "train");
    assertThat(samples).hasSize(SUMS);
    for (List<Integer> s : samples) {
      assertThat(backwards(s.subList(5, 8)))
          .isEqualTo(number(s.subList(0, 2)) * s.get(2) + number(s.subList(3, 5)));
    }
  }

  @Test
  void testQuestionsAreNeverTrainedOn() {
    for (boolean fresh : List.of(false, true)) {
      Dataset dataset = addition(fresh);
      Data data = dataset.open(NONE, 7);
      Set<List<Integer>> tested = new HashSet<>(samples(dataset, data, "test"));
      for (int pass = 1; pass <= 5; pass++) {
        data.split("train").startEpoch(pass);
        assertThat(samples(dataset, data, "train")).doesNotContainAnyElementsOf(tested);
      }
    }
  }

  @Test
  void fixedSamplesStay() {
    Dataset dataset = addition(false);
    Data data = dataset.open(NONE, 7);
    List<List<Integer>> first = samples(dataset, data, "train");
    data.split("train").startEpoch(2);
    assertThat(samples(dataset, data, "train")).isEqualTo(first);
  }

  @Test
  void freshSamplesAreOthersInEachPassAndTheSameForTheSameSeed() {
    Dataset dataset = addition(true);
    Data data = dataset.open(NONE, 7);
    Data again = dataset.open(NONE, 7);
    data.split("train").startEpoch(1);
    List<List<Integer>> first = samples(dataset, data, "train");
    data.split("train").startEpoch(2);
    List<List<Integer>> second = samples(dataset, data, "train");
    again.split("train").startEpoch(2);
    assertThat(second).isNotEqualTo(first).isEqualTo(samples(dataset, again, "train"));
    assertThat(dataset.open(NONE, 8).digest()).isNotEqualTo(data.digest());
  }
}
