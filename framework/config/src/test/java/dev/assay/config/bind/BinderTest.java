package dev.assay.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import dev.assay.config.tree.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinderTest {

  enum Mode {
    FAST_MODE,
    SLOW
  }

  @Kind(value = "shape", plural = "shapes", number = "square")
  interface Shape {}

  record Square(double side) implements Shape {}

  record Circle(@Default("1") double radius) implements Shape {}

  record Named(@Nullable String name, @Inline Shape shape) {}

  record Everything(
      @Default("1") int whole,
      @Default("2") long wide,
      @Default("0.5") double real,
      @Default("true") boolean flag,
      @Default("text") String text,
      @Default("slow") Mode mode,
      @Nullable Shape shape,
      List<Integer> list,
      Map<String, Integer> map,
      List<Named> named,
      @Nullable NumberArray numbers) {}

  private static final Catalog CATALOG =
      new Catalog() {
        private final Map<String, Class<? extends Record>> shapes =
            Map.of("square", Square.class, "circle", Circle.class);

        @Override
        public List<String> names(Class<?> kind) {
          return shapes.keySet().stream().sorted().toList();
        }

        @Override
        public @Nullable Class<? extends Record> component(Class<?> kind, String name) {
          return shapes.get(name);
        }

        @Override
        public List<Class<? extends Record>> named(String name) {
          return shapes.containsKey(name) ? List.of(shapes.get(name)) : List.of();
        }

        @Override
        public List<Refusal> refusals(Class<?> kind) {
          return List.of();
        }

        @Override
        public String name(Class<?> kind, Class<?> component) {
          return component == Square.class ? "square" : "circle";
        }
      };

  private final Problems problems = new Problems();

  private Everything bind(String yaml) {
    Node node = Objects.requireNonNull(YamlReader.read(Source.of("a.yaml", yaml), problems));
    Bound<Everything> bound = Binder.bind(node, Everything.class, "the test", CATALOG, problems);
    return Objects.requireNonNull(bound.value());
  }

  @Test
  void defaultsAreWhatTheRecordSays() {
    Everything all = bind("{}");
    assertThat(all)
        .isEqualTo(
            new Everything(
                1, 2, 0.5, true, "text", Mode.SLOW, null, List.of(), Map.of(), List.of(), null));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void valuesAreTypedByWhoReceivesThem() {
    Everything all =
        bind(
            "{whole: 017, wide: 1e6, real: 1e-3, text: no, mode: fast_mode, list: 5, "
                + "map: {a: 1}, numbers: [[1, 2.5], [3, 4]]}");
    assertThat(problems.sorted()).isEmpty();
    assertThat(all.whole()).isEqualTo(17);
    assertThat(all.wide()).isEqualTo(1_000_000);
    assertThat(all.real()).isEqualTo(0.001);
    assertThat(all.text()).isEqualTo("no");
    assertThat(all.mode()).isEqualTo(Mode.FAST_MODE);
    assertThat(all.list()).containsExactly(5);
    assertThat(all.numbers()).isEqualTo(new NumberArray(List.of(2, 2), 1, 2.5, 3, 4));
  }

  @Test
  void aComponentHasThreeSpellings() {
    assertThat(bind("{shape: {type: circle, radius: 2}}").shape()).isEqualTo(new Circle(2));
    assertThat(bind("{shape: circle}").shape()).isEqualTo(new Circle(1));
    assertThat(bind("{shape: 3}").shape()).isEqualTo(new Square(3));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void keysOfAnInlineComponentStandBesideTheOthers() {
    Everything all = bind("{named: [{type: circle, radius: 2, name: wheel}, {type: circle}]}");
    assertThat(all.named())
        .containsExactly(new Named("wheel", new Circle(2)), new Named(null, new Circle(1)));
    bind("{named: [{type: circle, nmae: wheel}]}");
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .containsExactly("unknown key `nmae` in shape `circle`");
    assertThat(problems.sorted().get(0).hint()).startsWith("did you mean `name`?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whole: 1.5",
        "whole: 99999999999",
        "whole: '1'",
        "whole: 1e400",
        "wide: 99999999999999999999",
        "real: .nan",
        "real: .inf",
        "real: 1e999",
        "real: abc",
        "flag: yes",
        "flag: 'true'",
        "text: [a]",
        "text:",
        "mode: FAST",
        "shape: [1]",
        "list: [1, x]",
        "map: {a: b}",
        "numbers: [[1], 2]",
        "numbers: {a: 1}"
      })
  void aValueOfAnotherTypeIsOneProblemOnItsLine(String line) {
    bind("# a comment\n" + line + "\n");
    assertThat(problems.sorted()).hasSize(1);
    assertThat(problems.sorted().get(0).span().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shape: {}                 | missing key `type`: which shape is it?",
        "shape: sqare              | unknown shape `sqare`",
        "shape: {type: square}     | missing key `side` in shape `square`",
        "shape: {type: square, sid: 1} | unknown key `sid` in shape `square`"
      })
  void aComponentThatIsWrongIsSaidOnce(String line, String message) {
    bind(line);
    assertThat(problems.sorted()).extracting(Problem::message).containsExactly(message);
  }

  @Test
  void whatIsUnboundBindsToTheSame() {
    Everything all =
        bind(
            "{whole: 3, text: 'yes: no', mode: fast_mode, shape: {type: circle, radius: 2.5}, "
                + "list: [1, 2], map: {a: 1}, named: [{type: square, side: 1, name: x}], "
                + "numbers: [[1], [2]]}");
    Node.Mapping tree = Unbinder.tree(all, CATALOG);
    Bound<Everything> again = Binder.bind(tree, Everything.class, "the test", CATALOG, problems);
    assertThat(again.value()).isEqualTo(all);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aComponentIsUnboundToItsShortestSpelling() {
    assertThat(unbound("{shape: {type: square, side: 3}}")).contains("shape: 3\n");
    assertThat(unbound("{shape: {type: circle, radius: 3}}"))
        .contains("shape: {type: circle, radius: 3}\n");
  }

  private String unbound(String yaml) {
    return YamlWriter.write(Unbinder.tree(bind(yaml), CATALOG));
  }
}
