package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.compiled.BoundKernel;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is timed is what a training computes. */
class PlaceTest {

  private final Lab lab = Lab.open();

  @ParameterizedTest
  @EnumSource
  void aKernelByItselfMakesTheGradientThatItMakesInAStep(Place place) {
    assumeThat(OneDnn.obstacle()).isEmpty();
    Plan plan = place.plan(lab);
    Batch batch = lab.batch(plan, DataSpec.TRAIN, place.samples());
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(1)) {
      compiled.step(batch);
      double[] step = compiled.gradient().toArray();
      compiled.step(lab.batch(plan, DataSpec.TRAIN, place.samples() - 1)); // makes another one
      BoundKernel kernel = compiled.kernel(place.layer(), batch);
      kernel.approachBackward();
      double[] before = compiled.gradient().toArray();
      kernel.backward();
      double[] after = compiled.gradient().toArray();
      assertThat(IntStream.range(0, after.length).filter(i -> after[i] != before[i]))
          .isNotEmpty()
          .allMatch(i -> after[i] == step[i]);
      assertThat(compiled.slowLayers()).isEmpty();
    }
  }
}
