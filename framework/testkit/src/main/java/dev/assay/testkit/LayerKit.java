package dev.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every layer must keep to. A plugin's test is
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> conforms() {
 *   return LayerKit.tests("{type: my_layer, units: 3}", Shape.of(5));
 * }
 * }</pre>
 */
public final class LayerKit {

  private static final String NAME = "tested";

  private static final String END =
      """
          - {type: flatten}
          - {type: loss, loss: mean_squared_error}
      """;

  private final Lab lab = Lab.open();
  private final String layer;
  private final List<Shape> inputs;
  private final int outputs;
  private final Plan plan;

  private LayerKit(String layer, List<Shape> inputs) {
    this.layer = layer;
    this.inputs = inputs;
    int outputs = planned(1, "").network().layer(NAME).orElseThrow().shape().size();
    this.outputs = outputs;
    this.plan = planned(outputs, END);
  }

  /**
   * Tests of a layer: its shape, its parameters, its gradient, saving and loading, and that samples
   * do not depend on each other.
   *
   * @param layer as it is written in a list of layers, but for its name
   * @param inputs the shapes of what it is given; those after the first are of real numbers
   */
  public static Stream<DynamicTest> tests(String layer, Shape... inputs) {
    LayerKit kit = new LayerKit(layer, List.of(inputs));
    String on = " of " + layer + " on " + Arrays.toString(inputs);
    Stream<DynamicTest> always =
        Stream.of(
            DynamicTest.dynamicTest("shape" + on, kit::shapeIsThatOfTheOutput),
            DynamicTest.dynamicTest("parameter count" + on, kit::parametersAreThoseOfTheGraph),
            DynamicTest.dynamicTest("saving and loading" + on, kit::loadedNetworkSaysTheSame),
            DynamicTest.dynamicTest("batch" + on, kit::samplesDoNotDependOnEachOther),
            DynamicTest.dynamicTest("kernel" + on, kit::compiledItIsTheSame));
    if (kit.saysSomethingOfEachStep()) {
      DynamicTest reach = DynamicTest.dynamicTest("reach" + on, kit::looksNoFartherThanItSays);
      always = Stream.concat(always, Stream.of(reach));
    }
    if (kit.isGivenSequences() && kit.respectsPadding()) {
      DynamicTest padding = DynamicTest.dynamicTest("padding" + on, kit::paddingChangesNothing);
      always = Stream.concat(always, Stream.of(padding));
    }
    DynamicTest gradient = DynamicTest.dynamicTest("gradient" + on, kit::gradientIsThatOfTheLoss);
    // Symbols have no derivative, so a layer of symbols without parameters has none at all.
    return kit.plan.network().parameters() == 0
        ? always
        : Stream.concat(always, Stream.of(gradient));
  }

  /** The layer between one that shows its gradient and a loss over all its outputs. */
  private Plan planned(int outputs, String end) {
    return planned(outputs, end, "double");
  }

  private Plan planned(int outputs, String end, String precision) {
    return planned("[%d]".formatted(outputs), end, precision, false);
  }

  private Plan planned(String target, String end, String precision, boolean padded) {
    List<String> from = new ArrayList<>();
    StringBuilder layers = new StringBuilder();
    for (int i = 0; i < inputs.size(); i++) {
      String given = i == 0 ? "input" : "input_" + (i + 1);
      boolean symbols = inputs.get(i).isSymbols();
      from.add(symbols ? given : "shift_" + i);
      layers.append(
          symbols ? "" : "    - {type: kit_shift, name: shift_%d, from: %s}\n".formatted(i, given));
    }
    String named = layer.strip().replaceFirst("^\\{", "{name: " + NAME + ", from: " + from + ", ");
    return lab.plan(
        String.format(
            Locale.ROOT,
            """
            assay: 1
            name: layer-kit
            dataset: {type: kit_samples, input: %s, symbols: %d, more: %s, target: %s, padded: %s}
            training: {epochs: 0, precision: %s}
            architecture:
              weight_init: {type: normal, deviation: 0.5}
              layers:
            %s    - %s
            %s""",
            inputs.get(0).dims(),
            inputs.get(0).symbols(),
            inputs.stream().skip(1).map(Shape::dims).toList(),
            target,
            padded,
            precision,
            layers,
            named,
            end));
  }

  private void shapeIsThatOfTheOutput() {
    PlannedLayer planned = plan.network().layer(NAME).orElseThrow();
    try (Session session = lab.session(plan)) {
      Batch batch = lab.batch(plan, "train", 3);
      Values said = Lab.said(session, batch, NAME);
      assertThat(said.shape().dims()).isEqualTo(planned.shape().dims());
      planned
          .inside()
          .forEach(
              (name, shape) ->
                  assertThat(Lab.said(session, batch, name).shape()).as(name).isEqualTo(shape));
    }
  }

  private void parametersAreThoseOfTheGraph() {
    try (Session session = lab.session(plan)) {
      assertThat((long) session.executable().parameters().length())
          .isEqualTo(plan.network().parameters());
    }
  }

  private void gradientIsThatOfTheLoss() {
    try (Session session = lab.session(plan)) {
      GradientCheck.check(session.executable(), lab.batch(plan, "train", 3));
    }
  }

  /** On a single sample, an odd number, and what three threads cannot divide evenly. */
  private void compiledItIsTheSame() {
    assumeThat(OneDnn.obstacle()).as("oneDNN on this machine").isEmpty();
    Plan single = planned(outputs, END, "float");
    for (int rows : new int[] {1, 3, 5}) {
      KernelKit.check(lab, single, rows);
    }
  }

  private boolean isGivenSequences() {
    return inputs.stream().allMatch(input -> input.rank() == (input.isSymbols() ? 1 : 2));
  }

  /** A layer that is made of others says it by them; the last one has its name. */
  private boolean respectsPadding() {
    return plan.network().layers().stream()
        .filter(planned -> planned.name().startsWith(NAME))
        .map(planned -> planned.layer().padding(planned.site()))
        .allMatch(
            padding ->
                padding == Padding.FIRST
                    || (padding != Padding.UNKNOWN
                        && padding != Padding.MIXED
                        && inputs.size() == 1));
  }

  /** Other numbers behind the end change neither what the layer says before it nor the gradient. */
  private void paddingChangesNothing() {
    PlannedLayer planned = plan.network().layer(NAME).orElseThrow();
    Shape said = planned.shape();
    boolean taken = planned.layer().padding(planned.site()) == Padding.TAKEN;
    if (taken || planned.layer().places(planned.site()).equals(Places.ALL)) {
      String loss = "    " + END.replace("- {type: flatten}\n", "").strip();
      paddingChangesNothing(loss, said.dims().toString(), true);
    } else {
      String mean = END.replace("flatten", "global_avg_pool");
      paddingChangesNothing(mean, "[%d]".formatted(said.dim(1)), false);
    }
  }

  /**
   * The same.
   *
   * @param stepwise whether the target's steps are those of the layer
   */
  private void paddingChangesNothing(String end, String target, boolean stepwise) {
    Plan exact = planned(target, end, "double", true);
    try (Session session = lab.session(exact)) {
      Batch batch = lab.batch(exact, "train", 4);
      Batch other = lab.batch(exact, "train", 4);
      other.inputs().forEach(LayerKit::fillUpOtherwise);
      if (stepwise) {
        assertThat(own(session, other)).isEqualTo(own(session, batch));
      }
      assertThat(step(session, other)).isEqualTo(step(session, batch));
    }
    if (OneDnn.obstacle().isEmpty()) {
      KernelKit.check(lab, planned(target, end, "float", true), 4);
    }
  }

  private static void fillUpOtherwise(Values values) {
    for (int i = 0; i < values.length(); i++) {
      if (!values.counts(i)) {
        values.set(i, values.shape().isSymbols() ? 1 : 0.25 * (i % 7) - 1);
      }
    }
  }

  /** What the layer says of the steps that count. */
  private static List<Double> own(Session session, Batch batch) {
    Values said = Lab.said(session, batch, NAME);
    Values targets = batch.targets().get(0);
    List<Double> own = new ArrayList<>();
    for (int i = 0; i < said.length(); i++) {
      if (targets.counts(i)) {
        own.add(said.get(i));
      }
    }
    return own;
  }

  private static double[] step(Session session, Batch batch) {
    session.plain().step(batch);
    return session.plain().gradient().toArray();
  }

  /** A layer that is made of others has no reach of its own. */
  private boolean saysSomethingOfEachStep() {
    PlannedLayer planned = plan.network().layer(NAME).orElseThrow();
    Shape input = inputs.get(0);
    boolean alone = planned.inputs().get(0).equals(input.isSymbols() ? "input" : "shift_0");
    boolean sequences = planned.shape().rank() == 2 && input.rank() == (input.isSymbols() ? 1 : 2);
    return alone
        && planned.layer().reach() != Reach.ALL
        && sequences
        && planned.shape().dim(0) == input.dim(0);
  }

  /** Another last step changes nothing before; where each stands alone, nor a first one behind. */
  private void looksNoFartherThanItSays() {
    PlannedLayer planned = plan.network().layer(NAME).orElseThrow();
    int steps = inputs.get(0).dim(0);
    int width = planned.shape().dim(1);
    try (Session session = lab.session(plan)) {
      double[] before = said(session, lab.batch(plan, "train", 1));
      double[] otherLast = said(session, changed(steps - 1));
      assertThat(Arrays.copyOf(otherLast, (steps - 1) * width))
          .isEqualTo(Arrays.copyOf(before, (steps - 1) * width));
      if (planned.layer().reach() == Reach.STEP) {
        double[] otherFirst = said(session, changed(0));
        assertThat(Arrays.copyOfRange(otherFirst, width, steps * width))
            .isEqualTo(Arrays.copyOfRange(before, width, steps * width));
      }
    }
  }

  private Batch changed(int step) {
    Batch batch = lab.batch(plan, "train", 1);
    Values values = batch.inputs().get(0);
    Shape input = inputs.get(0);
    int width = input.size() / input.dim(0);
    for (int i = step * width; i < (step + 1) * width; i++) {
      double other = values.get(i) + 1;
      values.set(i, input.isSymbols() ? other % input.symbols() : other);
    }
    return batch;
  }

  private void loadedNetworkSaysTheSame() throws IOException {
    Path folder = Files.createTempDirectory("layer-kit");
    Path file = folder.resolve("saved.zip");
    Batch batch = lab.batch(plan, "train", 3);
    Plan other = lab.plan(YamlWriter.write(plan.resolved()).replace("seed: 1\n", "seed: 2\n"));
    try (Session saved = lab.session(plan);
        Session loaded = lab.session(other)) {
      Checkpoint.write(file, saved.executable().parameters(), saved.about(0, 0));
      Checkpoint.read(file, loaded.executable().parameters());
      assertThat(said(loaded, batch)).isEqualTo(said(saved, batch));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private void samplesDoNotDependOnEachOther() {
    try (Session session = lab.session(plan)) {
      double[] together = said(session, lab.batch(plan, "train", 4));
      double[] alone = said(session, lab.batch(plan, "train", 1));
      for (int i = 0; i < alone.length; i++) {
        assertThat(alone[i]).isCloseTo(together[i], within(1e-12));
      }
    }
  }

  private static double[] said(Session session, Batch batch) {
    return Lab.said(session, batch, NAME).doubles();
  }
}
