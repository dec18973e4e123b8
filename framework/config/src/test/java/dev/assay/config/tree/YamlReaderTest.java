package dev.assay.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

  private final Problems problems = new Problems();

  private Node.Mapping mapping(String yaml) {
    return (Node.Mapping)
        Objects.requireNonNull(YamlReader.read(Source.of("a.yaml", yaml), problems));
  }

  private Problem onlyProblem(String yaml) {
    YamlReader.read(Source.of("a.yaml", yaml), problems);
    List<Problem> all = problems.sorted();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void everyValueKnowsItsPlace() {
    Node.Mapping root = mapping("a: 1\nb:\n  c: [x, 'y']\n");
    Node.Mapping b = (Node.Mapping) Objects.requireNonNull(root.get("b"));
    Node.Sequence c = (Node.Sequence) Objects.requireNonNull(b.get("c"));
    assertThat(c.items().get(1).span()).hasToString("a.yaml:3:10");
    assertThat(c.items().get(1).span().endColumn()).isEqualTo(13);
  }

  @Test
  void scalarsKeepTheirText() {
    Node.Mapping root = mapping("a: no\nb: 017\nc: 12:30\nd: 1e-3\ne: 'quoted'\nf:\n");
    assertThat(root.entries())
        .extracting(entry -> ((Node.Scalar) entry.value()).text())
        .containsExactly("no", "017", "12:30", "1e-3", "quoted", "");
  }

  @Test
  void columnsCountCodePoints() {
    Node.Mapping root = mapping("{k: \"\uD83D\uDE00\", b: 1}");
    assertThat(Objects.requireNonNull(root.entry("b")).keySpan().column()).isEqualTo(10);
  }

  @Test
  void duplicateKeysAreReportedAtTheSecond() {
    assertThat(onlyProblem("a: 1\na: 2\n").span()).hasToString("a.yaml:2:1");
  }

  @Test
  void aliasesStandForWhatTheyName() {
    Node.Mapping root = mapping("a: &x [1, 2]\nb: *x\n");
    assertThat(root.get("b")).isEqualTo(root.get("a"));
  }

  @Test
  void aBombOfAliasesIsRefusedSoon() {
    StringBuilder bomb = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String line = ("*l" + (i - 1) + ", ").repeat(10);
      bomb.append("l%d: &l%d [%s]\n".formatted(i, i, line.substring(0, line.length() - 2)));
    }
    assertThat(onlyProblem(bomb.toString()).message()).contains("unfold");
  }

  @Test
  void deepNestingIsRefused() {
    Problem problem = onlyProblem("a: " + "[".repeat(100_000));
    assertThat(problem.message()).isEqualTo("nested more than 100 deep");
    assertThat(problem.span().line()).isEqualTo(1);
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(onlyProblem("a: 1\n---\nb: 2\n").span()).hasToString("a.yaml:2:1");
  }

  @Test
  void aCharacterThatYamlForbidsHasAPlace() {
    Problem problem = onlyProblem("a: 1\nb: x\u0000y\n");
    assertThat(problem.message()).contains("U+0000");
    assertThat(problem.span()).hasToString("a.yaml:2:5");
  }

  @Test
  void mergeKeysAreJustKeys() {
    assertThat(mapping("<<: {a: 1}\n").entries()).hasSize(1);
  }
}
