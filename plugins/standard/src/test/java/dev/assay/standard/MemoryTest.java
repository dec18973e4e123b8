package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Measurement;
import dev.assay.engine.plan.MemoryEstimate;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory that a plan tells of is the memory that the network then takes. */
class MemoryTest {

  private final Lab lab = Lab.open();

  @BeforeEach
  void oneDnnIsThere() {
    assumeThat(OneDnn.obstacle()).isEmpty();
  }

  /** Everything outside of Java's heap, which is all but the optimizer's state. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mnist/lenet",
        "mnist/lenet-from-scratch",
        "inductive-bias/mlp",
        "mnist/resnet",
        "mnist/autoencoder",
        "text/shakespeare-lstm",
        "text/shakespeare-gru",
        "text/nanogpt"
      })
  void aTrainingTakesWhatItsPlanSays(String experiment) {
    Plan plan = lab.plan(Path.of("../../experiments", experiment + ".yaml"));
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(plan.threads())) {
      for (int size : sizes(plan, "train", plan.batchSize())) {
        compiled.step(lab.batch(plan, "train", size));
      }
      for (String split : Measurement.splits(plan.experiment().evaluation(), plan.data())) {
        for (int size : sizes(plan, split, plan.evaluationBatch())) {
          compiled.forward(lab.batch(plan, split, size));
        }
      }
      MemoryEstimate planned = plan.memory();
      long outside = planned.gradients() + planned.activations() + planned.evaluation();
      assertThat(outside).isCloseTo(compiled.bytes(), withPercentage(20));
    }
  }

  /** A whole batch, and what is left when the samples have been divided into such. */
  private static List<Integer> sizes(Plan plan, String split, int batch) {
    int rest = Objects.requireNonNull(plan.data().samples().get(split)) % batch;
    return rest == 0 ? List.of(batch) : List.of(batch, rest);
  }
}
