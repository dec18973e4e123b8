package dev.assay.standard;

import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.plan.Network;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Layers that read any earlier ones, some of which do not fit; these are left out. */
final class RandomNetwork {

  private static final int LAYERS = 8;

  private static final List<String> INPUTS =
      List.of("[6]", "[9, 8]", "[5, 4]", "[3, 8, 7]", "[17, 6, 6]", "[2, 4, 5, 3]");

  /** {@code <n>} stands for a number from 1 to n. */
  private static final Pattern NUMBER = Pattern.compile("<(\\d+)>");

  /** What reads one other layer; an epsilon keeps what hardly differs from being blown up. */
  private static final List<String> ONE =
      List.of(
          "dense, units: <6>",
          "conv1d, filters: 4, kernel: <4>, stride: <2>",
          "conv2d, filters: <4>, kernel: <9>, padding: <2>",
          "conv2d, filters: <20>, kernel: <3>, stride: <3>, dilation: <2>, activation: relu",
          "conv2d, filters: 4, groups: 2, kernel: <3>, padding: same",
          "conv3d, filters: 2, kernel: <3>",
          "transposed_conv1d, filters: 3, kernel: <3>, stride: <2>",
          "transposed_conv2d, filters: 2, kernel: <3>, stride: <3>",
          "transposed_conv2d, filters: 2, kernel: <4>, stride: <3>, padding: same",
          "transposed_conv3d, filters: 2, kernel: <2>",
          "depthwise_conv2d, kernel: <3>",
          "separable_conv2d, filters: 2, kernel: <4>, padding: same, stride: <3>",
          "locally_connected1d, filters: 2, kernel: <4>, dilation: <2>",
          "locally_connected2d, filters: 2, kernel: <3>",
          "max_pool1d, kernel: <3>",
          "max_pool2d, kernel: <4>, stride: <3>",
          "max_pool3d, kernel: <3>, padding: same",
          "avg_pool2d, kernel: <4>, stride: <3>",
          "avg_pool3d, kernel: <2>",
          "lp_pool2d, kernel: <4>",
          "adaptive_avg_pool2d, size: <3>",
          "global_max_pool",
          "global_avg_pool",
          "local_response_norm",
          "batch_norm, epsilon: 0.1",
          "batch_norm, epsilon: 0.1, gain: false, bias: false",
          "layer_norm, epsilon: 0.1",
          "group_norm, groups: <3>, epsilon: 0.1",
          "rms_norm, epsilon: 0.1",
          "l2_normalize",
          "layer_scale",
          "rescale, factor: <3>",
          "prelu",
          "activation, activation: gelu",
          "activation, activation: selu",
          "activation, activation: softmax",
          "activation, activation: rational_tanh",
          "lstm, units: <5>",
          "lstm, units: 4, activation: softsign, gate_activation: hard_sigmoid",
          "gru, units: <5>",
          "gru, units: 4, activation: softsign",
          "simple_rnn, units: <4>",
          "simple_rnn, units: 4, layer_norm: true",
          "bidirectional, layer: {type: gru, units: <3>}",
          "last_step",
          "reverse",
          "multi_head_attention, heads: <3>, head_size: <3>",
          "causal_attention, heads: <2>, head_size: <4>",
          "feed_forward, units: <4>",
          "position_embedding",
          "flatten",
          "permute, axes: [1, 0]",
          "reshape, shape: [<6>, -1]",
          "unsqueeze, axis: <3>",
          "unsqueeze, axis: -<2>",
          "slice, axis: -1, start: <4>",
          "repeat_vector, steps: <4>",
          "upsample1d, factor: <3>",
          "upsample2d, factor: <2>",
          "upsample3d, factor: <2>",
          "crop1d, cropping: [<2>, 1]",
          "crop2d, cropping: <4>",
          "crop3d, cropping: <2>",
          "zero_pad1d, padding: [<2>, 0]",
          "zero_pad2d, padding: <2>",
          "zero_pad3d, padding: [1, 0, <2>]",
          "space_to_depth, factor: <2>",
          "depth_to_space, factor: <2>");

  /** What reads two. */
  private static final List<String> TWO =
      List.of(
          "add",
          "merge",
          "subtract",
          "multiply",
          "average",
          "maximum",
          "distance, epsilon: 0.1",
          "cosine_similarity",
          "matmul, transpose_b: true");

  private final Lab lab;
  private final SplittableRandom random;
  private final String input;
  private final List<String> layers = new ArrayList<>();
  private final List<String> names = new ArrayList<>(List.of("start"));
  private int refused;

  /** A network that has grown. */
  RandomNetwork(Lab lab, long seed) {
    this.lab = lab;
    this.random = new SplittableRandom(seed);
    this.input = INPUTS.get(random.nextInt(INPUTS.size()));
    layers.add("{name: start, type: activation, activation: tanh}");
    for (int i = 0; i < LAYERS; i++) {
      grow("n" + i);
    }
  }

  private void grow(String name) {
    layers.add("{name: %s, %s}".formatted(name, layer()));
    if (planned("double").isPresent()) {
      names.add(name);
    } else {
      layers.remove(layers.size() - 1);
      refused++;
    }
  }

  private String layer() {
    boolean two = random.nextInt(4) == 0;
    String type = two ? any(TWO) : any(ONE);
    String from = two ? "[%s, %s]".formatted(any(names), any(names)) : any(names);
    return "from: %s, type: %s".formatted(from, NUMBER.matcher(type).replaceAll(this::number));
  }

  private String number(MatchResult most) {
    return Integer.toString(1 + random.nextInt(Integer.parseInt(most.group(1))));
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private Optional<Plan> planned(String precision) {
    return lab.plan(text(precision), new Problems());
  }

  private String text(String precision) {
    return """
        assay: 1
        name: random
        dataset: {type: kit_samples, input: %s, target: [3], samples: 7}
        training: {epochs: 0, precision: %s}
        architecture:
          weight_init: {type: normal, deviation: 0.3}
          layers:
            - %s
        """
        .formatted(input, precision, String.join("\n    - ", layers));
  }

  /** How many layers did not fit. */
  int refused() {
    return refused;
  }

  /** The plan of all layers, in double precision. */
  Plan open() {
    return planned("double").orElseThrow();
  }

  /** The plan in single precision, with a loss of all that no layer reads. */
  Plan ended() {
    Network network = open().network();
    List<String> ends = new ArrayList<>();
    for (PlannedLayer last : network.outputs()) {
      String end = "end" + ends.size();
      layers.add("{name: %s, type: flatten, from: %s}".formatted(end, last.name()));
      ends.add(end);
    }
    if (ends.size() > 1) {
      layers.add("{type: merge, from: %s}".formatted(ends));
    }
    layers.add("{type: output, loss: mean_squared_error}");
    return planned("float").orElseThrow();
  }

  @Override
  public String toString() {
    return text("float");
  }
}
