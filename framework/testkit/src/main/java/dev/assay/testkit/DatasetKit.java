package dev.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.plan.Plan;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every dataset must keep to. A plugin's test is
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> conforms() {
 *   return DatasetKit.tests("{type: my_data, train: 100}");
 * }
 * }</pre>
 */
public final class DatasetKit {

  private final Lab lab = Lab.open();
  private final Plan plan;
  private final DataSpec spec;

  private DatasetKit(String dataset) {
    String layer = "{type: kit_shift}";
    this.plan =
        lab.plan(
            "assay: 1\nname: dataset-kit\ndataset: %s\narchitecture: {weight_init: kit_zeros, layers: [%s]}\n"
                .formatted(dataset, layer));
    this.spec = plan.data();
  }

  /**
   * Tests of a dataset: that it has the splits and sizes it says, that every sample can be read and
   * is what the dataset says, and that it is the same each time.
   *
   * @param dataset as it is written behind {@code dataset:}
   */
  public static Stream<DynamicTest> tests(String dataset) {
    DatasetKit kit = new DatasetKit(dataset);
    return Stream.of(
        DynamicTest.dynamicTest("splits of " + dataset, kit::splitsAreThoseOfTheSpec),
        DynamicTest.dynamicTest("samples of " + dataset, kit::samplesAreWhatTheSpecSays),
        DynamicTest.dynamicTest("repetition of " + dataset, kit::openedAgainItIsTheSame));
  }

  private void splitsAreThoseOfTheSpec() {
    Data data = lab.data(plan);
    assertThat(data.splits().keySet()).containsExactlyElementsOf(spec.samples().keySet());
    spec.samples()
        .forEach((name, size) -> assertThat(data.split(name).size()).as(name).isEqualTo(size));
  }

  private void samplesAreWhatTheSpecSays() {
    Data data = lab.data(plan);
    for (String split : spec.samples().keySet()) {
      Batches batches = Batches.inOrder(spec, data.split(split), 100, Precision.DOUBLE);
      while (batches.hasNext()) {
        Batch batch = batches.next();
        Stream.concat(batch.inputs().stream(), batch.targets().stream())
            .forEach(DatasetKit::checkValues);
      }
    }
  }

  private static void checkValues(Values values) {
    int symbols = values.shape().symbols();
    int[] lengths = values.lengths();
    for (int row = 0; lengths != null && row < values.rows(); row++) {
      assertThat(lengths[row]).isBetween(1, values.shape().dim(0));
    }
    for (double value : values.doubles()) {
      assertThat(value).isFinite();
      if (symbols > 0) {
        assertThat(value).isEqualTo(Math.rint(value)).isBetween(0.0, symbols - 1.0);
      }
    }
  }

  private void openedAgainItIsTheSame() {
    Data first = lab.data(plan);
    Data second = lab.data(plan);
    assertThat(second.digest()).isEqualTo(first.digest()).isNotEmpty();
    for (String split : spec.samples().keySet()) {
      assertThat(firstBatch(second, split)).isEqualTo(firstBatch(first, split));
    }
  }

  private double[] firstBatch(Data data, String split) {
    return Batches.inOrder(spec, data.split(split), 100, Precision.DOUBLE)
        .next()
        .inputs()
        .get(0)
        .doubles();
  }
}
