package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.BindRules;
import dev.assay.config.compose.ComposeRules;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.diagnostics.TextRenderer;
import dev.assay.config.tree.Sources;
import dev.assay.config.tree.YamlReader;
import dev.assay.engine.plan.PlanRules;
import dev.assay.testkit.Golden;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of files that are wrong, each beside its file; one for each rule at least. */
class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/golden");

  private static final List<Class<?>> RULE_BOOKS =
      List.of(
          BindRules.class, PlanRules.class, YamlReader.class, ComposeRules.class, Sources.class);

  /** Rules that need something else than a file: an option, or a file that cannot be read. */
  private static final Set<String> ELSEWHERE = Set.of("bad-change", "unreadable-file");

  private final Workbench workbench = new Workbench(Plugins.registry(null));

  @TestFactory
  Stream<DynamicTest> messages() {
    return Golden.tests(FOLDER, 25, this::messages);
  }

  @TestFactory
  Stream<DynamicTest> messagesOfFilesThatAreMadeOfSeveral() {
    return Golden.tests(FOLDER.resolve("compose"), 10, this::messages);
  }

  private List<Problem> problems(Path file) {
    return workbench.open(file, new ExperimentOptions()).problems();
  }

  private String messages(Path file) {
    List<Problem> problems = problems(file);
    String text = new TextRenderer(false).render(problems);
    String rules =
        problems.stream().map(p -> p.rule().id()).distinct().collect(Collectors.joining(", "));
    String name = file.toString().replace('\\', '/');
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    return text.replace(folder, "") + "\nrules: " + rules + "\n";
  }

  @Test
  void everyRuleHasAGoldenFile() throws IllegalAccessException {
    Set<String> rules = new TreeSet<>();
    for (Class<?> book : RULE_BOOKS) {
      for (Field field : book.getFields()) {
        if (field.get(null) instanceof Rule rule) {
          rules.add(rule.id());
        }
      }
    }
    assertThat(rules).hasSizeGreaterThan(15);
    Set<String> shown = new TreeSet<>(ELSEWHERE);
    for (Path file : ExperimentFiles.in(new ArrayList<>(List.of(FOLDER.toString())))) {
      problems(file).forEach(problem -> shown.add(problem.rule().id()));
    }
    assertThat(shown).containsAll(rules);
  }
}
