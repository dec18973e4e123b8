package dev.assay.standard.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import org.junit.jupiter.api.Test;

/** Encoders of sequences, written as a user of the reference pages would. */
class EncodersTest {

  private final Lab lab = Lab.open();

  private double lossAfter(int epochs, String layers) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: encoder
            dataset: {type: noise, input: [12], symbols: 20, classes: 3, samples: 64, batch_size: 16}
            optimizer: {type: adam, learning_rate: 0.01}
            training: {epochs: %d}
            evaluation: {metrics: [accuracy], on: train}
            architecture:
              layers:
                - {type: token_embedding, name: words, width: 16}
            %s
            """
                .formatted(epochs, layers.indent(4)));
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      return session.evaluate().getOrDefault("train/loss", Double.NaN);
    }
  }

  private void learns(String layers) {
    assertThat(lossAfter(12, layers)).isLessThan(0.5 * lossAfter(0, layers));
  }

  @Test
  void aGruEncoder() {
    learns(
        """
        - {type: gru, units: 24}
        - {type: gru, units: 24}
        - {type: last_step}
        - {type: dense, units: 16, activation: relu}
        - {type: output, loss: cross_entropy}
        """);
  }

  @Test
  void anEncoderOfBothDirections() {
    learns(
        """
        - {type: bidirectional, layer: {type: gru, units: 12}}
        - {type: bidirectional, layer: {type: lstm, units: 12}, final_state: true}
        - {type: output, loss: cross_entropy}
        """);
  }

  /** One sequence reads another one: what the GRU says asks what the words were. */
  @Test
  void attentionFromOneSequenceToAnother() {
    learns(
        """
        - {type: sinusoidal_positions, name: memory}
        - {type: gru, name: state, units: 16}
        - {type: multi_head_attention, name: read, heads: 4, from: [state, memory]}
        - {type: add, from: [state, read]}
        - {type: layer_norm}
        - residual:
            - {type: feed_forward, units: 32, activation: gelu, dropout: 0.1}
        - {type: last_step}
        - {type: output, loss: {type: cross_entropy, label_smoothing: 0.01}}
        """);
  }
}
