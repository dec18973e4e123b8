package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.execution.Continuation;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.ComputedBy;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.Writing;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The experiments that speed is measured by are computed by fast primitives, and by nothing else.
 */
class WorkloadsTest {

  private final Lab lab = Lab.open();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inductive-bias/mlp",
        "inductive-bias/lenet",
        "inductive-bias/lenet-padded",
        "mnist/lenet",
        "mnist/lenet-from-scratch",
        "text/shakespeare-lstm",
        "text/shakespeare-gru",
        "mnist/bidirectional-lstm",
        "text/nanogpt",
        "sorting/binary",
        "sorting/five-symbols",
        "arithmetic/addition"
      })
  void everyLayerHasItsKernelAndEveryPrimitiveIsFast(String experiment) throws IOException {
    assumeThat(OneDnn.obstacle()).isEmpty();
    Plan plan = lab.plan(Files.readString(Path.of("../../experiments", experiment + ".yaml")));
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(2)) {
      compiled.step(lab.batch(plan, "train", plan.batchSize()));
      assertThat(compiled.slowLayers()).isEmpty();
      assertThat(plan.network().layers())
          .allMatch(layer -> ComputedBy.of(plan, layer, lab.registry()) == ComputedBy.KERNEL);
      assertThat(compiled.implementations()).isNotEmpty().noneMatch(name -> name.startsWith("ref"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/shakespeare-lstm",
        "text/shakespeare-transformer",
        "text/shakespeare-words",
        "text/nanogpt",
        "sorting/binary",
        "arithmetic/affine"
      })
  void textsAreReadOnByFastPrimitives(String experiment) throws IOException {
    assumeThat(OneDnn.obstacle()).isEmpty();
    Plan plan = lab.plan(Files.readString(Path.of("../../experiments", experiment + ".yaml")));
    NextSymbol next = new Writing(plan.network(), plan.data()).nextSymbol(plan.context());
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(2)) {
      for (int rows : new int[] {1, 256}) {
        Continuation texts = compiled.continuation(next, rows);
        texts.read(new int[rows]);
        texts.next();
      }
      assertThat(compiled.rereads()).isEmpty();
      assertThat(compiled.slowLayers()).isEmpty();
      assertThat(compiled.implementations()).isNotEmpty().noneMatch(name -> name.startsWith("ref"));
    }
  }
}
