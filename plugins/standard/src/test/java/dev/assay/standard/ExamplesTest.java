package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.standard.layers.OutputLayer;
import dev.assay.testkit.Lab;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference pages' examples of layers are what the layers do. */
class ExamplesTest {

  /** What a head makes depends on its target. */
  private static final Set<Class<?>> HEADS = Set.of(OutputLayer.class, Head.class);

  /** {@code [8] of 65 symbols}. */
  private static final Pattern SHAPE = Pattern.compile("(\\[.*])(?: of (\\d+) symbols)?");

  private final Lab lab = Lab.open();

  @TestFactory
  Stream<DynamicTest> examplesOfLayersAreWhatTheyDo() {
    return lab.registry().names(Layer.class).stream()
        .filter(name -> !name.startsWith("kit_"))
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private void check(String name) {
    Class<?> layer = Objects.requireNonNull(lab.registry().component(Layer.class, name));
    Example[] examples = layer.getAnnotationsByType(Example.class);
    assertThat(examples.length > 0 || HEADS.contains(layer)).as("has examples").isTrue();
    for (Example example : examples) {
      assertThat(example.value()).startsWith("{type: " + name);
      PlannedLayer planned = plan(example).network().layer("shown").orElseThrow();
      assertThat(planned.shape()).hasToString(example.makes());
      assertThat(plan(example).network().parameters()).isEqualTo(example.parameters());
    }
  }

  private Plan plan(Example example) {
    List<Matcher> given =
        Arrays.stream(example.of()).map(SHAPE::matcher).filter(Matcher::matches).toList();
    assertThat(given).hasSameSizeAs(example.of());
    String symbols = given.get(0).group(2);
    return lab.plan(
        """
        assay: 1
        name: example
        dataset: {type: kit_samples, input: %s, symbols: %s, more: %s, target: [1]}
        training: {epochs: 0}
        architecture:
          layers:
            - {name: shown, from: %s, %s
        """
            .formatted(
                given.get(0).group(1),
                symbols == null ? "0" : symbols,
                given.stream().skip(1).map(shape -> shape.group(1)).toList(),
                given.size() == 1 ? "input" : inputs(given.size()),
                example.value().substring(1)));
  }

  private static List<String> inputs(int count) {
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .map(i -> i == 1 ? "input" : "input_" + i)
        .toList();
  }
}
