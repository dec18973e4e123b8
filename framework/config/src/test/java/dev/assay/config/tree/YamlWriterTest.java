package dev.assay.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

  private static Object values(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(YamlWriterTest::values).toList();
    }
    return ((Node.Mapping) node)
        .entries().stream().map(e -> List.of(e.key(), values(e.value()))).toList();
  }

  private static Node.Mapping read(String yaml) {
    Problems problems = new Problems();
    Node node = YamlReader.read(Source.of("a.yaml", yaml), problems);
    assertThat(problems.sorted()).isEmpty();
    return (Node.Mapping) Objects.requireNonNull(node);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1",
        "a: 'true'\nb: \"two\\nlines\"\nc: ' padded '\nd: '>= 1'\ne: ''\nf: '#no comment'",
        "a: {b: [1, [2, {c: d}]], e: []}\nf: {}",
        "a: '- no list'\nb: 'k: v'\nc: \"tab\\tquote\\\" backslash\\\\\"",
        "long:\n  - {type: dense, units: 15, activation: relu, bias: false, initializer: glorot_uniform, x: 1}\n"
            + "  - {repeat: 2, layers: [{type: dense, units: 15, activation: relu, bias: false, x: 12345678}]}",
        "'key with: colon': 1\n'true': 2\n\"line\\nkey\": 3"
      })
  void whatIsWrittenReadsBackAsTheSame(String yaml) {
    Node.Mapping tree = read(yaml);
    assertThat(values(read(YamlWriter.write(tree)))).isEqualTo(values(tree));
  }
}
