package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.layers.StepPooling;
import dev.assay.testkit.GradientCheck;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Sequences of different length: a batch of them is the same as each of them alone, without
 * padding, and it does not matter how much padding there is.
 */
class PaddingTest {

  private static final String CLASSES = "a class";
  private static final String STEPS = "a class for each step";
  private static final String NUMBERS = "two numbers for each step";

  /** Of the first input, 3, 1, 5, 2 and 5 steps; the second one has others. */
  private static final int[][] SEQUENCES = {
    {3, 1, 4}, {1}, {5, 0, 2, 6, 5}, {3, 5}, {2, 2, 0, 1, 4}
  };

  private final Lab lab = Lab.open();

  /** A network, and what its target is. */
  private record Net(String name, String target, String layers) {}

  private static final List<Net> NETS =
      List.of(
          new Net(
              "lstm, last step",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: lstm, units: 5}
              - {type: last_step}
              - {type: dense, units: 6, activation: tanh}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "features of the first step",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: multi_head_attention, heads: 2}
              - {type: slice, axis: 1, start: 1}
              - {type: slice, end: 1}
              - {type: flatten}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "both directions",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: bidirectional, layer: {type: gru, units: 3}}
              - {type: bidirectional, layer: {type: lstm, units: 3}, final_state: true}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "gru, mean over steps",
              CLASSES,
              """
              - {type: one_hot, from: words}
              - {type: gru, units: 4}
              - {type: simple_rnn, units: 4}
              - {type: global_avg_pool}
              - {type: output, loss: {type: cross_entropy, label_smoothing: 0.1}}
              """),
          new Net(
              "attention, largest over steps",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: sinusoidal_positions, name: placed}
              - residual:
                  - {type: layer_norm}
                  - {type: multi_head_attention, heads: 2}
              - {type: feed_forward, units: 6}
              - {type: global_max_pool}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "attention to another sequence",
              STEPS,
              """
              - {type: token_embedding, name: asks, from: words, width: 4}
              - {type: token_embedding, name: memory, from: others, width: 3}
              - {type: multi_head_attention, name: read, from: [asks, memory]}
              - {type: merge, from: [asks, read]}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "two texts, and what one network makes of either",
              CLASSES,
              """
              - name: one
                from: words
                layers:
                  - {type: token_embedding, width: 4}
                  - {type: gru, units: 3}
                  - {type: last_step}
              - {name: two, shares: one, from: others}
              - {type: distance, from: [one, two], name: far}
              - {type: cosine_similarity, from: [one, two], name: near}
              - {type: merge, from: [far, near, two]}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "two texts, one of which asks the other",
              STEPS,
              """
              - {type: token_embedding, name: asks, from: words, width: 4}
              - {shares: asks, name: memory, from: others}
              - {type: conv1d, name: left, from: asks, filters: 4, kernel: 3, padding: 1}
              - {shares: left, name: right, from: memory}
              - {type: multi_head_attention, name: read, from: [left, right]}
              - {shares: read, name: back, from: [read, asks]}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "a class for each step, weighted",
              STEPS,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: position_embedding}
              - {type: causal_attention, heads: 2}
              - {type: output, loss: {type: cross_entropy, class_weights: [1, 2, 0.5]}}
              """),
          new Net(
              "convolutions",
              NUMBERS,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: conv1d, filters: 5, kernel: 3, padding: 1, activation: relu}
              - {type: conv1d, filters: 3, kernel: 3, padding: 2, dilation: 2}
              - {type: conv1d, filters: 3, kernel: 2, padding: causal, activation: tanh}
              - {type: output, loss: mean_squared_error}
              """),
          new Net(
              "what an encoder has made of it, at each step",
              STEPS,
              """
              - {type: token_embedding, name: seen, from: words, width: 4}
              - {type: layer_scale, start: 0.7, bias: true}
              - {type: lstm, name: read, units: 3}
              - {type: last_step, name: sum}
              - {type: repeat_vector, name: again, from: [sum, seen]}
              - {type: l2_normalize, name: turned}
              - {type: rescale, name: other, from: read, factor: 2, offset: 0.1}
              - {type: distance, name: far, from: [turned, other]}
              - {type: cosine_similarity, name: near, from: [turned, other]}
              - {type: merge, from: [again, far, near]}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "convolutions that move on",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: conv1d, filters: 5, kernel: 3, stride: 2, padding: 1, activation: relu}
              - {type: zero_pad1d, padding: [1, 2]}
              - {type: conv1d, filters: 4, kernel: 2, dilation: 2, activation: tanh}
              - {type: conv1d, filters: 4, kernel: 3, stride: 2, padding: causal}
              - {type: lstm, units: 3}
              - {type: last_step}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "windows of steps",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: zero_pad1d, padding: [2, 1]}
              - {type: avg_pool1d, kernel: 3, stride: 1, padding: 1}
              - {type: max_pool1d, kernel: 2}
              - {type: multi_head_attention, heads: 2}
              - {type: global_max_pool}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "steps that become several",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: transposed_conv1d, filters: 3, kernel: 3, stride: 2, padding: 1, activation: tanh}
              - {type: upsample1d, factor: 3}
              - {type: transposed_conv1d, filters: 4, kernel: 2, stride: 3, padding: same}
              - {type: conv1d, filters: 3, kernel: 4, stride: 2, activation: tanh}
              - {type: gru, units: 3}
              - {type: last_step}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "steps that become several, and one again",
              STEPS,
              """
              - {type: token_embedding, name: seen, from: words, width: 4}
              - {type: transposed_conv1d, filters: 3, kernel: 4, stride: 2, padding: same}
              - {type: upsample1d, factor: 2}
              - {type: conv1d, name: small, filters: 4, kernel: 4, stride: 4, activation: tanh}
              - {type: add, from: [seen, small]}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "looking back",
              STEPS,
              """
              - {type: token_embedding, name: words_seen, from: words, width: 4}
              - {type: zero_pad1d, padding: [4, 0]}
              - {type: conv1d, name: past, filters: 4, kernel: 3, dilation: 2, activation: tanh}
              - {type: add, from: [words_seen, past]}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "images of a film",
              CLASSES,
              """
              - {type: token_embedding, from: words, width: 4}
              - time_distributed:
                  - {type: reshape, shape: [1, 2, 2]}
                  - {type: conv2d, filters: 3, kernel: 2, activation: relu}
                  - {type: flatten}
              - {type: lstm, units: 3}
              - {type: last_step}
              - {type: output, loss: cross_entropy}
              """),
          new Net(
              "distances",
              NUMBERS,
              """
              - {type: token_embedding, from: words, width: 4}
              - {type: lstm, units: 3}
              - {type: output, loss: huber}
              """));

  private static String target(String kind, int[] words) {
    if (kind.equals(CLASSES)) {
      return String.valueOf(words[0] % 3);
    }
    return IntStream.of(words)
        .mapToObj(word -> kind.equals(STEPS) ? "" + word % 3 : "[0.%d, %d]".formatted(word, word))
        .toList()
        .toString();
  }

  /** A sample: its words, and others of another length. */
  private static String sample(Net net, int[] words) {
    List<Integer> own = IntStream.of(words).boxed().toList();
    List<Integer> others = IntStream.range(0, 1 + words.length % 3).boxed().toList();
    return "{inputs: {words: %s, others: %s}, target: %s}"
        .formatted(own, others, target(net.target, words));
  }

  private Plan plan(Net net, String precision, int length, int[]... sequences) {
    return lab.plan(yaml(net, precision, length, sequences));
  }

  private static String yaml(Net net, String precision, int length, int[]... sequences) {
    return """
        assay: 1
        name: padding
        seed: 3
        dataset:
          type: inline
          max_length: %d
          categories: {words: 7, others: 7}
          %s
          batch_size: full
          train: %s
        training: {epochs: 0, precision: %s}
        architecture:
          weight_init: {type: normal, deviation: 0.5}
          layers:
        %s
        """
        .formatted(
            length,
            net.target.equals(NUMBERS) ? "" : "classes: 3",
            Stream.of(sequences).map(words -> sample(net, words)).toList(),
            precision,
            net.layers.indent(4));
  }

  /** What a network says of each sample, its loss, what its rows weigh, and the gradient. */
  @SuppressWarnings("ArrayRecordComponent") // read only here
  private record Answer(List<double[]> said, double loss, double weight, double[] gradient) {

    void isLike(Answer other, double tolerance) {
      assertThat(loss).as("loss").isCloseTo(other.loss, within(tolerance));
      near("gradient", gradient, other.gradient, tolerance);
      for (int i = 0; i < said.size(); i++) {
        near("sample " + i, said.get(i), other.said.get(i), tolerance);
      }
    }

    private static void near(String what, double[] numbers, double[] others, double tolerance) {
      assertThat(numbers).as(what).hasSameSizeAs(others);
      for (int i = 0; i < numbers.length; i++) {
        assertThat(numbers[i]).as("%s, %d", what, i).isCloseTo(others[i], within(tolerance));
      }
    }
  }

  private Answer answer(Plan plan, double[] parameters, boolean compiled, int threads) {
    try (Session session = lab.session(plan);
        CompiledExecutable fast = compiled ? session.compiled(threads) : null) {
      Executable executable = fast == null ? session.plain() : fast;
      double[] own = executable.parameters().toArray();
      // A table of positions is as long as the longest sequence, and its end is never read.
      for (int i = 0; i < Math.min(own.length, parameters.length); i++) {
        own[i] = parameters[i];
      }
      executable.parameters().write(0, own, own.length);
      Batch batch = lab.batch(plan, "train", plan.batchSize());
      double loss = executable.step(batch);
      Output output = executable.forward(batch).values().iterator().next();
      assertThat(output.loss().mean()).isCloseTo(loss, within(1e-5));
      if (fast != null) {
        assertThat(fast.slowLayers()).isEmpty();
      }
      double[] gradient = executable.gradient().toArray();
      return new Answer(said(output.values(), batch), loss, output.loss().weight(), gradient);
    }
  }

  private static List<double[]> said(Values values, Batch batch) {
    List<double[]> said = new ArrayList<>();
    int[] lengths = batch.inputs().get(0).lengths();
    for (int row = 0; row < values.rows(); row++) {
      double[] all = values.row(row);
      boolean steps = values.shape().rank() == 2 && lengths != null;
      int own = steps ? Objects.requireNonNull(lengths)[row] * values.shape().dim(1) : all.length;
      said.add(Arrays.copyOf(all, own));
    }
    return said;
  }

  private double[] parameters(Plan plan) {
    try (Session session = lab.session(plan)) {
      return session.executable().parameters().toArray();
    }
  }

  /** The samples one by one, added up as the loss does it. */
  private Answer alone(Net net, double[] parameters) {
    List<double[]> said = new ArrayList<>();
    double loss = 0;
    double weights = 0;
    double[] gradient = new double[parameters.length];
    for (int[] words : SEQUENCES) {
      Plan plan = plan(net, "double", 6, words);
      assertThat(plan.data().inputs().get(0).padded()).isFalse();
      Answer one = answer(plan, parameters, false, 1);
      double weight = one.weight;
      loss += weight * one.loss;
      weights += weight;
      for (int i = 0; i < one.gradient.length; i++) {
        gradient[i] += weight * one.gradient[i];
      }
      said.add(one.said.get(0));
    }
    double all = weights;
    return new Answer(
        said, loss / all, all, Arrays.stream(gradient).map(number -> number / all).toArray());
  }

  @TestFactory
  Stream<DynamicTest> aBatchIsItsSamplesEachAlone() {
    return NETS.stream()
        .filter(net -> !net.layers.contains("position_embedding"))
        .map(
            net ->
                DynamicTest.dynamicTest(
                    net.name,
                    () -> {
                      Plan plan = plan(net, "double", 6, SEQUENCES);
                      assertThat(plan.data().inputs().get(0).padded()).isTrue();
                      double[] parameters = parameters(plan);
                      Answer batch = answer(plan, parameters, false, 1);
                      batch.isLike(alone(net, parameters), 1e-9);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> morePaddingChangesNothing() {
    return NETS.stream()
        .filter(net -> !net.layers.contains("position_embedding"))
        .map(
            net ->
                DynamicTest.dynamicTest(
                    net.name,
                    () -> {
                      Plan plan = plan(net, "double", 6, SEQUENCES);
                      double[] parameters = parameters(plan);
                      Answer less = answer(plan, parameters, false, 1);
                      Answer more =
                          answer(plan(net, "double", 11, SEQUENCES), parameters, false, 1);
                      more.isLike(less, 1e-12);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> gradientsAreThoseOfTheLoss() {
    return NETS.stream()
        .map(
            net ->
                DynamicTest.dynamicTest(
                    net.name,
                    () -> {
                      Plan plan = plan(net, "double", 6, SEQUENCES);
                      try (Session session = lab.session(plan)) {
                        GradientCheck.check(
                            session.executable(), lab.batch(plan, "train", SEQUENCES.length));
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> compiledItIsTheSame() {
    assumeTrue(OneDnn.obstacle().isEmpty());
    return NETS.stream()
        .flatMap(
            net ->
                IntStream.of(1, 3)
                    .mapToObj(
                        threads ->
                            DynamicTest.dynamicTest(
                                "%s, on %d threads".formatted(net.name, threads),
                                () -> {
                                  Plan plan = plan(net, "double", 6, SEQUENCES);
                                  double[] parameters = parameters(plan);
                                  Answer exact = answer(plan, parameters, false, 1);
                                  Plan single = plan(net, "float", 6, SEQUENCES);
                                  answer(single, parameters, true, threads).isLike(exact, 1e-4);
                                })));
  }

  /** A plugin's layer that knows where sequences end, without a kernel of its own. */
  @Doc("The mean over steps.")
  public record OwnMean() implements Layer {

    @Override
    public Shape shape(Site site) {
      return Shape.of(site.sequence().dim(1));
    }

    @Override
    public Padding padding(Site site) {
      return Padding.TAKEN;
    }

    @Override
    public Vertex vertex(Site site) {
      return new Vertex.Own(
          () -> new StepPooling(StepPooling.Kind.MEAN), List.of(), site.weightInit());
    }
  }

  /** A sequence of two steps has one place, which is the first one of longer sequences, too. */
  @Test
  void placesWithWeightsOfTheirOwnAreCountedFromTheStart() {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: places
            dataset:
              type: inline
              max_length: 3
              train: [{input: [[1], [2], [3]]}, {input: [[4], [5]]}]
            weights: {own: {weight: [[[1, 1]], [[10, 10]]]}}
            training: {epochs: 0, precision: double}
            architecture:
              layers:
                - {name: own, type: locally_connected1d, filters: 1, kernel: 2, bias: false}
                - {name: mean, type: global_avg_pool}
            """);
    try (Session session = lab.session(plan)) {
      assertThat(Lab.said(session, lab.batch(plan, "train", 2), "mean").doubles())
          .containsExactly((3 + 50) / 2.0, 9);
    }
  }

  /** So long that the samples of a thread are attended to one after the other. */
  @Test
  void attentionInTiles() {
    assumeTrue(OneDnn.obstacle().isEmpty());
    Net attention =
        NETS.stream().filter(net -> net.name.startsWith("attention,")).findAny().orElseThrow();
    KernelKit.check(lab, plan(attention, "float", 300, SEQUENCES), 5);
  }

  /** Each thread has some of the samples, and DL4J computes them all at once. */
  @Test
  void aLayerWithoutAKernelIsToldWhereSequencesEnd() {
    assumeTrue(OneDnn.obstacle().isEmpty());
    Lab other = new Lab(lab.registry().add(registry -> registry.layer("own_mean", OwnMean.class)));
    String layers =
        """
        - {type: token_embedding, from: words, width: 4}
        - {type: %s}
        - {type: output, loss: cross_entropy}
        """;
    Net own = new Net("own", CLASSES, layers.formatted("own_mean"));
    KernelKit.check(other, other.plan(yaml(own, "float", 6, SEQUENCES)), 5);
    Net standard = new Net("standard", CLASSES, layers.formatted("global_avg_pool"));
    Answer expected = answer(plan(standard, "float", 6, SEQUENCES), new double[0], true, 3);
    try (Session session = other.session(other.plan(yaml(own, "float", 6, SEQUENCES)));
        CompiledExecutable compiled = session.compiled(3)) {
      Batch batch = other.batch(plan(standard, "float", 6, SEQUENCES), "train", 5);
      assertThat(compiled.step(batch)).isCloseTo(expected.loss, within(1e-6));
      assertThat(compiled.slowLayers()).hasSize(1);
    }
  }
}
