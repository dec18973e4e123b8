package dev.assay.config.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import dev.assay.config.tree.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

  private static final String BASE = "{a: {b: 1, c: [x, {d: 2}]}, e: t}";

  private final Problems problems = new Problems();

  private String changed(String change) {
    Node root = Objects.requireNonNull(YamlReader.read(Source.of("a.yaml", BASE), problems));
    List<Change> changes = new ArrayList<>();
    Change parsed = Change.parse(change, problems);
    if (parsed != null) {
      changes.add(parsed);
    }
    Merge merge = new Merge(new Origins(), type -> Set.of("b"), problems);
    Node tree = root;
    for (Change c : changes) {
      tree = new Changes(merge, problems).made(tree, c);
    }
    return YamlWriter.flow(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b=5                | {a: {b: 5, c: [x, {d: 2}]}, e: t}",
        "a.c[1].d=[1, 2]      | {a: {b: 1, c: [x, {d: [1, 2]}]}, e: t}",
        "a.c[0]=y             | {a: {b: 1, c: [y, {d: 2}]}, e: t}",
        "f.g.h=new            | {a: {b: 1, c: [x, {d: 2}]}, e: t, f: {g: {h: new}}}",
        "+a.f={k: v}          | {a: {b: 1, c: [x, {d: 2}], f: {k: v}}, e: t}",
        "+a.c=z               | {a: {b: 1, c: [x, {d: 2}, z]}, e: t}",
        "~a.c                 | {a: {b: 1}, e: t}",
        "~a.c[0]              | {a: {b: 1, c: [{d: 2}]}, e: t}",
        "~a                   | {e: t}"
      })
  void aChangeIsMade(String change, String expected) {
    assertThat(changed(change)).isEqualTo(expected);
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+a.b=5    | `b` is there already, and no list                  | 2",
        "~a.x      | `x` is not there to be removed                      | 2",
        "a.c[7]=1  | `a.c[7]`: the list has 2 items, counted from 0      | 1",
        "e.f=1     | `e.f`: here is `t`, not a mapping                   | 1",
        "a[0]=1    | `a[0]`: here is a mapping, not a list               | 1",
        "a.b       | `a.b` has no `=`                                    | 1",
        "a..b=1    | `a..b` is no path such as `a.b` or `a[0].b`         | 1"
      })
  void aChangeThatCannotBeMadeIsAProblemAtTheOption(String change, String message, int column) {
    changed(change);
    assertThat(problems.sorted()).extracting(Problem::message).containsExactly(message);
    assertThat(problems.sorted().get(0).span().column()).isEqualTo(column);
  }
}
