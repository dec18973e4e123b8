package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.BindRules;
import dev.assay.config.bind.Binder;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.Refusal;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.schema.KeySearch;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import dev.assay.engine.Experiment;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Words for what is left out on purpose are answered with the reason, each of them. */
class NotOfferedTest {

  /** What the experiment has of each kind, to be put out of its place by another word. */
  private static final Map<Class<?>, String> WRITTEN =
      Map.of(
          Dataset.class, "mnist",
          Layer.class, "flatten",
          Initializer.class, "ones",
          Loss.class, "cross_entropy",
          Optimizer.class, "adam",
          Schedule.class, "constant");

  private static final String EXPERIMENT =
      """
      assay: 1
      name: refused
      dataset: {type: mnist, batch_size: 64}
      architecture:
        weight_init: ones
        layers:
          - {type: flatten}
          - {type: output, loss: cross_entropy}
      optimizer: {type: adam, learning_rate: {type: constant, value: 0.1}}
      training: {epochs: 1}
      """;

  private static final Pattern QUOTED = Pattern.compile("`([a-z0-9_]+)`");

  private final Registry registry = Plugins.registry(null);

  private record Word(Class<?> kind, String word, Refusal refusal) {}

  private Stream<Word> words() {
    List<Word> all = new ArrayList<>();
    for (Class<?> kind : Registry.KINDS) {
      for (Refusal refusal : registry.refusals(kind)) {
        refusal.words().forEach(word -> all.add(new Word(kind, word, refusal)));
      }
    }
    assertThat(all).hasSizeGreaterThan(50);
    return all.stream();
  }

  @TestFactory
  Stream<DynamicTest> eachWordIsOneErrorWithItsReason() {
    return words()
        .map(
            word ->
                DynamicTest.dynamicTest(
                    word.kind().getSimpleName() + " " + word.word(), () -> refused(word)));
  }

  private void refused(Word word) {
    String written = Objects.requireNonNull(WRITTEN.get(word.kind()), word.toString());
    int at = EXPERIMENT.indexOf(written);
    Problem problem = only(EXPERIMENT.replaceFirst(written, word.word()));
    assertThat(problem.rule()).isEqualTo(BindRules.NOT_OFFERED);
    assertThat(problem.message())
        .contains("`" + word.word() + "`")
        .endsWith(word.refusal().reason());
    assertThat(problem.hint()).isEqualTo(word.refusal().instead());
    List<String> before = EXPERIMENT.substring(0, at).lines().toList();
    assertThat(problem.span().line()).isEqualTo(before.size());
    assertThat(problem.span().column()).isEqualTo(before.get(before.size() - 1).length() + 1);
  }

  private Problem only(String yaml) {
    Problems problems = new Problems();
    Node root =
        Objects.requireNonNull(YamlReader.read(Source.of("refused.yaml", yaml), problems), yaml);
    Binder.bind(root, Experiment.class, "the experiment", registry, problems);
    assertThat(problems.sorted()).hasSize(1);
    return problems.sorted().get(0);
  }

  /** Nor does it lead to one. */
  @Test
  void noSuchWordIsAComponent() {
    words()
        .forEach(
            word -> {
              for (String name : registry.names(word.kind())) {
                assertThat(word.refusal().names(name)).as(word + " " + name).isFalse();
                Class<?> type = Objects.requireNonNull(registry.component(word.kind(), name));
                Elsewhere elsewhere = type.getAnnotation(Elsewhere.class);
                assertThat(elsewhere == null ? new String[0] : elsewhere.value())
                    .as(word + " " + name)
                    .noneMatch(word.refusal()::names);
              }
            });
  }

  /** As DL4J's classes are called, too. */
  @Test
  void spellingsOfAWordAreTheSameWord() {
    String yaml = EXPERIMENT.replace("type: flatten", "type: LearnedSelfAttentionLayer");
    assertThat(only(yaml).message())
        .startsWith("the layer `LearnedSelfAttentionLayer` is not offered: ");
  }

  /** As a component, or as a key of something. */
  @Test
  void whatIsNamedInsteadIsThere() {
    KeySearch keys = new KeySearch(RecordType.of(Experiment.class), Registry.KINDS, registry);
    words()
        .flatMap(word -> QUOTED.matcher(word.refusal().instead()).results())
        .map(match -> match.group(1))
        .distinct()
        .filter(word -> !word.equals("type") && registry.named(word).isEmpty())
        .forEach(word -> assertThat(keys.anywhere(word)).as(word).isNotEmpty());
  }
}
