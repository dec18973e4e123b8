package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.execution.Continuation;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.execution.Rereading;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import dev.assay.testkit.ReadingKit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A text that is read on, step by step, is the same as one that is read from its start. */
class ContinuationTest {

  private static final int WINDOW = 8;
  private static final int SYMBOLS = 7;

  private static final String DOCUMENT =
      """
          - {type: token_embedding, width: 6}
          - {type: position_embedding}
          - repeat: 2
            layers:
              - residual: [{type: causal_attention, head_size: 5, scaled: false, bias: false}]
              - residual:
                  - {type: dense, units: 9, activation: relu, bias: false}
                  - {type: dense, units: 6, bias: false}
      """;

  private static final String NANOGPT =
      """
          - {type: token_embedding, width: 12}
          - {type: position_embedding, max_steps: 20}
          - repeat: 2
            layers:
              - residual: [{type: layer_norm}, {type: causal_attention, heads: 3}]
              - residual:
                  - {type: layer_norm}
                  - {type: dense, units: 16, activation: gelu}
                  - {type: dense, units: 12}
          - {type: layer_norm}
      """;

  private static final String ONE_HOT_LSTM =
      """
          - {type: one_hot}
          - {type: lstm, units: 10}
      """;

  private static final String EMBEDDED_LSTMS =
      """
          - {type: token_embedding, width: 5}
          - {type: lstm, units: 6}
          - {type: dropout, rate: 0.5}
          - {type: lstm, units: 4, activation: softsign, gate_activation: hard_sigmoid}
          - {type: activation, activation: tanh}
      """;

  private static final String GRU =
      """
          - {type: token_embedding, width: 5}
          - {type: gru, units: 6}
          - {type: rms_norm}
          - {type: gru, units: 4, activation: softsign, gate_activation: hard_sigmoid}
      """;

  private static final String SIMPLE_RNN =
      """
          - {type: one_hot}
          - {type: simple_rnn, units: 6, activation: selu}
          - {name: first, type: simple_rnn, units: 4, layer_norm: true}
          - {name: second, type: activation, activation: sigmoid}
          - {type: multiply, from: [first, second]}
      """;

  private static final String WAVES =
      """
          - {type: token_embedding, width: 6}
          - {type: sinusoidal_positions}
          - residual: [{type: causal_attention, heads: 2}]
      """;

  private static final List<String> ALL =
      List.of(DOCUMENT, NANOGPT, ONE_HOT_LSTM, EMBEDDED_LSTMS, GRU, SIMPLE_RNN, WAVES);

  private final Lab lab = Lab.open();

  @BeforeEach
  void oneDnnIsThere() {
    assumeThat(OneDnn.obstacle()).isEmpty();
  }

  private Plan plan(String layers) {
    return lab.plan(
        """
        assay: 1
        name: continuation
        dataset: {type: kit_samples, input: [%d], symbols: %d, target: [%1$d, %2$d]}
        architecture:
          weight_init: {type: normal, deviation: 0.5}
          layers:
        %s    - {type: output, loss: mean_squared_error}
        """
            .formatted(WINDOW, SYMBOLS, layers));
  }

  /** Longer than the windows that attention has seen in training; alone, and as many. */
  @TestFactory
  Stream<DynamicTest> readingOnIsReadingAgain() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String layers : ALL) {
      for (int rows : new int[] {1, 2, 17}) {
        String name = "%d texts: %s".formatted(rows, layers.strip());
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> ReadingKit.check(lab, plan(layers), rows, WINDOW + 5)));
      }
    }
    assertThat(tests).hasSize(3 * ALL.size()).hasSize(21);
    return tests.stream();
  }

  @Test
  void attentionLooksBackAsFarAsItWasTrainedAndStatesGoOnForEver() {
    assertThat(plan(DOCUMENT).context()).isEqualTo(WINDOW);
    assertThat(plan(NANOGPT).context()).isEqualTo(WINDOW);
    assertThat(plan(WAVES).context()).isEqualTo(WINDOW);
    for (String carried : List.of(EMBEDDED_LSTMS, GRU, SIMPLE_RNN)) {
      assertThat(plan(carried).context()).isEqualTo(Integer.MAX_VALUE);
    }
  }

  /** {@code kit_shift} does not say what it looks at. */
  @Test
  void aLayerThatMayLookAnywhereMakesTextsBeReadAgain() {
    Plan plan = plan("    - {type: token_embedding, width: 6}\n    - {type: kit_shift}\n");
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(2)) {
      NextSymbol next = new NextSymbol("output/loss", SYMBOLS, plan.context());
      assertThat(compiled.continuation(next, 1)).isInstanceOf(Rereading.class);
      assertThat(compiled.rereads().orElseThrow())
          .isEqualTo("`kit_shift_1` looks at other steps and has no kernel that remembers them");
    }
  }

  @Test
  void aTextIsOverWhenAnotherBegins() {
    Plan plan = plan(ONE_HOT_LSTM);
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(1)) {
      String output = plan.network().outputs().get(0).name();
      NextSymbol next = new NextSymbol(output, SYMBOLS, plan.context());
      Continuation first = compiled.continuation(next, 1);
      first.read(3);
      compiled.continuation(next, 1);
      assertThatThrownBy(first::next).isInstanceOf(IllegalStateException.class);
    }
  }
}
