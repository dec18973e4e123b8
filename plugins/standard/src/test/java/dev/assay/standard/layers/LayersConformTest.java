package dev.assay.standard.layers;

import dev.assay.engine.shape.Shape;
import dev.assay.testkit.LayerKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LayersConformTest {

  private static final Shape FEATURES = Shape.of(7);
  private static final Shape SEQUENCE = Shape.of(6, 4);
  private static final Shape IMAGE = Shape.of(2, 7, 6);

  @TestFactory
  Stream<DynamicTest> dense() {
    return Stream.of(
            LayerKit.tests("{type: dense, units: 5}", FEATURES),
            LayerKit.tests("{type: dense, units: 5, bias: false, activation: tanh}", FEATURES),
            LayerKit.tests("{type: dense, units: 3, activation: sigmoid}", SEQUENCE),
            LayerKit.tests("{type: dense, units: 1, activation: relu}", SEQUENCE),
            LayerKit.tests("{type: dense, units: 3, activation: gelu}", FEATURES),
            LayerKit.tests(
                "{type: dense, units: 3, activation: {type: gelu, form: tanh}}", SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> convolution() {
    return Stream.of(
            LayerKit.tests("{type: conv2d, filters: 3, kernel: 3}", IMAGE),
            LayerKit.tests(
                "{type: conv2d, filters: 2, kernel: [3, 2], stride: 2, padding: 1}", IMAGE),
            LayerKit.tests(
                "{type: conv2d, filters: 2, kernel: 1, bias: false, activation: tanh}", IMAGE),
            LayerKit.tests("{type: conv2d, filters: 2, kernel: 3, dilation: 2}", IMAGE),
            LayerKit.tests(
                "{type: conv2d, filters: 2, kernel: [2, 3], dilation: [3, 2], stride: 2, padding: 2}",
                IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> pooling() {
    return Stream.of(
            LayerKit.tests("{type: max_pool2d, kernel: 2}", IMAGE),
            LayerKit.tests("{type: max_pool2d, kernel: 3, stride: 2}", IMAGE),
            LayerKit.tests("{type: avg_pool2d, kernel: [2, 3]}", IMAGE),
            LayerKit.tests("{type: avg_pool2d, kernel: 3, stride: 1}", IMAGE),
            LayerKit.tests("{type: global_avg_pool}", IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> scales() {
    return Stream.of(
            LayerKit.tests("{type: layer_scale}", FEATURES),
            LayerKit.tests("{type: layer_scale, bias: true, start: 0.1}", SEQUENCE),
            LayerKit.tests("{type: layer_scale, bias: true, start: -2}", IMAGE),
            LayerKit.tests("{type: rescale, factor: 2, offset: -0.5}", FEATURES),
            LayerKit.tests("{type: rescale, factor: -0.1}", SEQUENCE),
            LayerKit.tests("{type: rescale, offset: 3}", Shape.of(2, 3, 4, 5)),
            LayerKit.tests("{type: l2_normalize}", FEATURES),
            LayerKit.tests("{type: l2_normalize, epsilon: 1.5}", SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> shapes() {
    return Stream.of(
            LayerKit.tests("{type: flatten}", IMAGE),
            LayerKit.tests("{type: activation, activation: softmax}", FEATURES),
            LayerKit.tests("{type: activation, activation: softmax}", SEQUENCE),
            LayerKit.tests("{type: activation, activation: tanh}", IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> sequences() {
    return Stream.of(
            LayerKit.tests("{type: lstm, units: 3}", SEQUENCE),
            LayerKit.tests(
                "{type: lstm, units: 3, activation: softsign, gate_activation: hard_sigmoid}",
                SEQUENCE),
            LayerKit.tests("{type: lstm, units: 5, activation: identity}", SEQUENCE),
            LayerKit.tests(
                "{type: lstm, units: 2, activation: gelu, gate_activation: mish}", SEQUENCE),
            LayerKit.tests("{type: one_hot}", Shape.ofSymbols(5, 6)),
            LayerKit.tests("{type: one_hot}", Shape.ofSymbols(5)),
            LayerKit.tests("{type: one_hot}", Shape.ofSymbols(5, 2, 3)),
            LayerKit.tests("{type: token_embedding, width: 3}", Shape.ofSymbols(5, 6)),
            LayerKit.tests("{type: token_embedding, width: 3}", Shape.ofSymbols(5)),
            LayerKit.tests("{type: token_embedding, width: 3}", Shape.ofSymbols(5, 2, 3)),
            LayerKit.tests("{type: position_embedding}", SEQUENCE),
            LayerKit.tests("{type: position_embedding, max_steps: 9}", SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> recurrence() {
    return Stream.of(
            LayerKit.tests("{type: gru, units: 3}", SEQUENCE),
            LayerKit.tests("{type: gru, units: 5}", Shape.of(1, 2)),
            LayerKit.tests(
                "{type: gru, units: 3, activation: identity, gate_activation: softsign}", SEQUENCE),
            LayerKit.tests(
                "{type: gru, units: 2, activation: gelu, gate_activation: mish}", SEQUENCE),
            LayerKit.tests("{type: simple_rnn, units: 3}", SEQUENCE),
            LayerKit.tests("{type: simple_rnn, units: 5, activation: identity}", SEQUENCE),
            LayerKit.tests("{type: simple_rnn, units: 2, activation: gelu}", SEQUENCE),
            LayerKit.tests("{type: simple_rnn, units: 3, layer_norm: true}", SEQUENCE),
            LayerKit.tests("{type: simple_rnn, units: 5, layer_norm: true}", Shape.of(1, 2)),
            LayerKit.tests(
                "{type: simple_rnn, units: 4, layer_norm: true, activation: identity}", SEQUENCE),
            LayerKit.tests(
                "{type: simple_rnn, units: 4, layer_norm: true, activation: gelu}", SEQUENCE),
            LayerKit.tests("{type: last_step}", SEQUENCE),
            LayerKit.tests("{type: reverse}", SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> bothDirections() {
    return Stream.of(
            LayerKit.tests("{type: bidirectional, layer: {type: lstm, units: 3}}", SEQUENCE),
            LayerKit.tests(
                "{type: bidirectional, layer: {type: gru, units: 3}, merge: sum}", SEQUENCE),
            LayerKit.tests(
                "{type: bidirectional, layer: {type: simple_rnn, units: 3}, merge: multiply}",
                SEQUENCE),
            LayerKit.tests(
                "{type: bidirectional, layer: {type: simple_rnn, units: 4, layer_norm: true}}",
                SEQUENCE),
            LayerKit.tests(
                "{type: bidirectional, layer: {type: gru, units: 3}, merge: average, final_state: true}",
                SEQUENCE),
            LayerKit.tests(
                "{type: bidirectional, layer: {type: gru, units: 3}, final_state: true}", SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> normalisation() {
    return Stream.of(
            LayerKit.tests("{type: layer_norm}", FEATURES),
            LayerKit.tests("{type: layer_norm, bias: false, epsilon: 0.01}", SEQUENCE),
            LayerKit.tests("{type: layer_norm, gain: false}", SEQUENCE),
            LayerKit.tests("{type: layer_norm, gain: false, bias: false}", FEATURES),
            LayerKit.tests("{type: rms_norm, gain: false}", SEQUENCE),
            LayerKit.tests("{type: group_norm, groups: 2, gain: false}", IMAGE),
            LayerKit.tests("{type: group_norm, groups: 1, bias: false}", IMAGE),
            LayerKit.tests("{type: group_norm, groups: 1, gain: false, bias: false}", FEATURES),
            LayerKit.tests("{type: batch_norm, gain: false}", SEQUENCE),
            LayerKit.tests("{type: batch_norm, bias: false}", IMAGE),
            LayerKit.tests("{type: batch_norm, gain: false, bias: false}", IMAGE),
            LayerKit.tests("{type: batch_norm, gain: false, bias: false}", SEQUENCE),
            LayerKit.tests("{type: batch_norm}", FEATURES),
            LayerKit.tests("{type: batch_norm, momentum: 0.5}", SEQUENCE),
            LayerKit.tests("{type: batch_norm, epsilon: 0.01}", IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> attention() {
    return Stream.of(
            LayerKit.tests("{type: multi_head_attention}", SEQUENCE),
            LayerKit.tests("{type: multi_head_attention, heads: 2, causal: true}", SEQUENCE),
            LayerKit.tests(
                "{type: multi_head_attention, heads: 3, head_size: 2, scaled: false, bias: false}",
                SEQUENCE),
            LayerKit.tests("{type: multi_head_attention, heads: 2}", SEQUENCE, Shape.of(3, 5)),
            LayerKit.tests(
                "{type: multi_head_attention, head_size: 3, scaled: false, bias: false}",
                Shape.of(2, 3),
                SEQUENCE),
            LayerKit.tests("{type: feed_forward, units: 5, activation: tanh}", SEQUENCE),
            LayerKit.tests(
                "{type: feed_forward, units: 9, activation: gelu, bias: false}", FEATURES),
            LayerKit.tests("{type: sinusoidal_positions}", SEQUENCE),
            LayerKit.tests("{type: sinusoidal_positions, base: 20}", Shape.of(4, 5)))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> causalAttention() {
    return Stream.of(
            LayerKit.tests("{type: causal_attention}", SEQUENCE),
            LayerKit.tests("{type: causal_attention, heads: 2}", SEQUENCE),
            LayerKit.tests(
                "{type: causal_attention, heads: 3, head_size: 2, scaled: false, bias: false}",
                SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> learnedSlopes() {
    return Stream.of(
            LayerKit.tests("{type: prelu}", FEATURES),
            LayerKit.tests("{type: prelu, start: -0.5}", SEQUENCE),
            LayerKit.tests("{type: prelu}", IMAGE),
            LayerKit.tests("{type: prelu}", Shape.of(20, 3, 5)),
            LayerKit.tests("{type: prelu}", Shape.of(3, 4, 2, 5)),
            LayerKit.tests("{type: prelu, slopes: per_number}", IMAGE),
            LayerKit.tests("{type: prelu, slopes: per_number}", SEQUENCE),
            LayerKit.tests("{type: prelu, shared_axes: [0, 2]}", IMAGE),
            LayerKit.tests("{type: prelu, shared_axes: [-3]}", IMAGE),
            LayerKit.tests("{type: prelu, shared_axes: [1]}", SEQUENCE),
            LayerKit.tests("{type: prelu, shared_axes: [0]}", SEQUENCE),
            LayerKit.tests("{type: prelu, shared_axes: [0]}", FEATURES),
            LayerKit.tests("{type: prelu, shared_axes: [1, 3]}", Shape.of(3, 4, 2, 5)),
            LayerKit.tests("{type: prelu, slopes: one}", SEQUENCE),
            LayerKit.tests("{type: prelu, slopes: one}", IMAGE),
            LayerKit.tests("{type: prelu, slopes: one}", FEATURES))
        .flatMap(tests -> tests);
  }
}
