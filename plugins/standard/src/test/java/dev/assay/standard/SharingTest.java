package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Network;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.training.Watcher;
import dev.assay.standard.layers.LayerScale;
import dev.assay.testkit.GradientCheck;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Layers that compute with the parameters of others. */
class SharingTest {

  private static final String SEQUENCE = "[5, 4]";
  private static final String IMAGE = "[2, 6, 6]";

  /** One that is used twice. */
  private record Twice(String input, String item) {}

  private static final List<Twice> LAYERS =
      List.of(
          new Twice("[4]", "type: dense, units: 3, activation: tanh"),
          new Twice(SEQUENCE, "type: dense, units: 3"),
          new Twice(SEQUENCE, "type: lstm, units: 3"),
          new Twice(SEQUENCE, "type: gru, units: 3"),
          new Twice(SEQUENCE, "type: simple_rnn, units: 3"),
          new Twice(SEQUENCE, "type: bidirectional, layer: {type: lstm, units: 3}"),
          new Twice(SEQUENCE, "type: multi_head_attention, heads: 2"),
          new Twice(SEQUENCE, "type: causal_attention, heads: 2"),
          new Twice(SEQUENCE, "type: feed_forward, units: 3"),
          new Twice(SEQUENCE, "type: layer_norm"),
          new Twice(SEQUENCE, "type: rms_norm"),
          new Twice(SEQUENCE, "type: layer_scale, start: 0.5, bias: true"),
          new Twice(SEQUENCE, "type: prelu"),
          new Twice(SEQUENCE, "type: position_embedding"),
          new Twice(SEQUENCE, "type: conv1d, filters: 3, kernel: 2"),
          new Twice(SEQUENCE, "type: locally_connected1d, filters: 3, kernel: 2"),
          new Twice(IMAGE, "type: conv2d, filters: 3, kernel: 3"),
          new Twice(IMAGE, "type: depthwise_conv2d, kernel: 3"),
          new Twice(IMAGE, "type: separable_conv2d, filters: 3, kernel: 3"),
          new Twice(IMAGE, "type: transposed_conv2d, filters: 3, kernel: 2, stride: 2"),
          new Twice(IMAGE, "type: locally_connected2d, filters: 2, kernel: 3"),
          new Twice(IMAGE, "type: batch_norm"),
          new Twice(IMAGE, "type: group_norm, groups: 2"),
          new Twice(
              SEQUENCE, "layers: [{type: dense, units: 4}, {residual: [{type: gru, units: 4}]}]"),
          new Twice(SEQUENCE, "residual: [{type: dense, units: 4}, {type: layer_norm}]"),
          new Twice(SEQUENCE, "time_distributed: [{type: dense, units: 3, activation: tanh}]"));

  private final Lab lab = Lab.open();

  /** A network that uses an item for what it is given and for something else. */
  private static String yaml(Twice twice, String second, String precision) {
    return yaml(
        twice.input,
        precision,
        """
        - {type: rescale, name: other, factor: -0.5, offset: 0.2}
        - {type: rescale, name: same, from: input, factor: 1}
        - {name: one, %s}
        - {type: rescale, from: other, factor: 1}
        - {name: two, %s}
        - {type: subtract, from: [one, two]}
        - {type: flatten}
        - {type: output, loss: mean_squared_error}
        """
            .formatted(twice.item, second));
  }

  private static String yaml(String input, String precision, String layers) {
    return """
        assay: 1
        name: twice
        dataset: {type: kit_samples, input: %s, target: [2], samples: 8}
        optimizer: {type: sgd, learning_rate: 0.1}
        training: {epochs: 1, precision: %s}
        architecture:
          weight_init: {type: normal, deviation: 0.5}
          layers:
        %s
        """
        .formatted(input, precision, layers.indent(4));
  }

  private Plan plan(Twice twice, String second, String precision) {
    return lab.plan(yaml(twice, second, precision));
  }

  private Stream<DynamicTest> forAll(Consumer<Twice> test) {
    return LAYERS.stream()
        .map(twice -> DynamicTest.dynamicTest(twice.item, () -> test.accept(twice)));
  }

  @TestFactory
  Stream<DynamicTest> itIsAsIfTwoHadTheSameParametersWhoseGradientsAreAdded() {
    return forAll(this::isLikeTwins);
  }

  private void isLikeTwins(Twice twice) {
    Plan shared = plan(twice, "shares: one", "double");
    Plan twins = plan(twice, twice.item, "double");
    assertThat(shared.network().parameters()).isLessThan(twins.network().parameters());
    try (Session one = lab.session(shared);
        Session two = lab.session(twins)) {
      List<PlannedLayer> layers = shared.network().layers();
      List<PlannedLayer> others = twins.network().layers();
      for (int i = 0; i < layers.size(); i++) {
        copy(one, owner(shared.network(), layers.get(i)), two, others.get(i));
      }
      Batch batch = lab.batch(shared, "train", 5);
      assertThat(one.executable().step(batch))
          .isCloseTo(two.executable().step(batch), within(1e-12));
      for (PlannedLayer layer : layers) {
        for (Parameter parameter : layer.parameters()) {
          double[] sum = new double[parameter.size()];
          for (int i = 0; i < layers.size(); i++) {
            if (owner(shared.network(), layers.get(i)).equals(layer)) {
              add(two.parameters().gradient(others.get(i), parameter), sum);
            }
          }
          near(one.parameters().gradient(layer, parameter).values(), sum);
        }
      }
    }
  }

  private static PlannedLayer owner(Network network, PlannedLayer layer) {
    String shares = layer.shares();
    return shares == null ? layer : network.layer(shares).orElseThrow();
  }

  private static void copy(Session from, PlannedLayer layer, Session to, PlannedLayer other) {
    for (Parameter parameter : other.parameters()) {
      to.parameters().set(other, parameter, from.parameters().value(layer, parameter));
    }
  }

  private static void add(NumberArray more, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more.values()[i];
    }
  }

  private static void near(double[] numbers, double... others) {
    assertThat(numbers).hasSameSizeAs(others);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(numbers[i]).isCloseTo(others[i], within(1e-12));
    }
  }

  @TestFactory
  Stream<DynamicTest> compiledItIsTheSame() {
    assumeTrue(OneDnn.obstacle().isEmpty());
    return forAll(twice -> KernelKit.check(lab, plan(twice, "shares: one", "float"), 5));
  }

  private static final String STACK =
      """
      - name: block
        layers:
          - {type: dense, name: in, units: 4, activation: tanh}
          - {shares: in, name: again}
          - residual: [{type: layer_norm}, {shares: in}]
      - repeat: 2
        layers:
          - {shares: block, name: more}
          - {shares: more}
      - {type: flatten}
      - {type: output, loss: mean_squared_error}
      """;

  /** As ALBERT has it (https://arxiv.org/abs/1909.11942): a deep network of one block. */
  @Test
  void whatIsSharedCanBeSharedAgain() {
    Plan plan = lab.plan(yaml(SEQUENCE, "double", STACK));
    assertThat(plan.network().parameters()).isEqualTo(4 * 4 + 4 + 4 + 4 + 20 * 2 + 2);
    assertThat(plan.network().layers().stream().map(PlannedLayer::shares).filter(Objects::nonNull))
        .hasSize(2 + 4 * 4)
        .containsOnly("block.in", "layer_norm_1");
    try (Session session = lab.session(plan)) {
      GradientCheck.check(session.executable(), lab.batch(plan, "train", 3));
    }
    assumeTrue(OneDnn.obstacle().isEmpty());
    KernelKit.check(lab, lab.plan(yaml(SEQUENCE, "float", STACK)), 5);
  }

  /** Each thread has some of the samples, and DL4J computes them all at once. */
  @Test
  void aLayerWithoutAKernelIsSharedToo() {
    assumeTrue(OneDnn.obstacle().isEmpty());
    Lab other = new Lab(lab.registry().add(registry -> registry.layer("bare", Bare.class)));
    Plan plan = other.plan(yaml(new Twice(SEQUENCE, "type: bare"), "shares: one", "float"));
    KernelKit.check(other, plan, 5);
    try (Session session = other.session(plan);
        CompiledExecutable compiled = session.compiled(2)) {
      compiled.step(other.batch(plan, "train", 5));
      assertThat(compiled.slowLayers()).containsOnlyKeys("one", "two");
    }
  }

  /** A layer with parameters and without a kernel. */
  @Doc("Multiplies each feature by its own number.")
  public record Bare() implements Layer {

    private static final Layer SCALE = new LayerScale(0.5, true);

    @Override
    public Shape shape(Site site) {
      return SCALE.shape(site);
    }

    @Override
    public List<Parameter> parameters(Site site) {
      return SCALE.parameters(site);
    }

    @Override
    public Vertex vertex(Site site) {
      return SCALE.vertex(site);
    }
  }

  @Test
  void whatIsFrozenStaysForAllWhoShareIt() {
    Plan plan = plan(new Twice(IMAGE, "type: batch_norm, frozen: true"), "shares: one", "float");
    try (Session session = lab.session(plan)) {
      double[] before = session.executable().parameters().toArray();
      session.train(new Watcher() {}, () -> false);
      double[] after = session.executable().parameters().toArray();
      PlannedLayer one = plan.network().layer("one").orElseThrow();
      for (Parameter parameter : one.parameters()) {
        double expected = parameter.name().equals("variance") || parameter.start() == 1 ? 1 : 0;
        assertThat(session.parameters().value(one, parameter).values()).containsOnly(expected);
      }
      assertThat(after).isNotEqualTo(before);
    }
  }
}
