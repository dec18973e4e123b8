package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Networks as pictures. */
class GraphTest {

  private static final String NANOGPT = "experiments/text/nanogpt.yaml";

  /** One input, 33 layers, 8 of which are given two things. */
  private static final int NODES = 34;

  private static final int ARROWS = 41;

  private static String drawn(String language) {
    return Cli.inProject().run("plan", NANOGPT, "--graph", language).out();
  }

  private static long count(String text, String what) {
    return Pattern.compile(what).matcher(text).results().count();
  }

  @Test
  void mermaidHasEveryLayerAndArrow() {
    String text = drawn("mermaid");
    assertThat(text).startsWith("flowchart TD\n").contains("residual_8<br/>add [64, 128]");
    assertThat(count(text, "(?m)^  n\\d+[\\[({]")).isEqualTo(NODES);
    assertThat(count(text, " --> ")).isEqualTo(ARROWS);
  }

  @Test
  void dotHasEveryLayerAndArrow() {
    String text = drawn("dot");
    assertThat(text).startsWith("digraph \"nanogpt\" {").endsWith("}\n");
    assertThat(count(text, "label=")).isEqualTo(NODES);
    assertThat(count(text, " -> ")).isEqualTo(ARROWS);
  }

  /** Every arrow points down, and no two boxes touch. */
  @Test
  void svgIsAPictureOfItsOwn() throws Exception {
    String text = drawn("svg");
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    NodeList boxes = picture.getElementsByTagName("rect");
    assertThat(boxes.getLength()).isEqualTo(NODES);
    assertThat(count(text, "marker-end")).isEqualTo(ARROWS);
    assertThat(text).doesNotContain("href").contains("prefers-color-scheme: dark");
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(apart((Element) boxes.item(i), (Element) boxes.item(j))).isTrue();
      }
    }
    for (Element arrow : elements(picture.getElementsByTagName("path"))) {
      if (arrow.hasAttribute("marker-end")) {
        double[] numbers =
            Pattern.compile("[0-9.]+")
                .matcher(arrow.getAttribute("d"))
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(numbers[numbers.length - 1]).isGreaterThan(numbers[1]);
      }
    }
  }

  private static Iterable<Element> elements(NodeList list) {
    return () ->
        Stream.iterate(0, i -> i < list.getLength(), i -> i + 1)
            .map(i -> (Element) list.item(i))
            .iterator();
  }

  private static boolean apart(Element a, Element b) {
    return number(a, "x") >= number(b, "x") + number(b, "width")
        || number(b, "x") >= number(a, "x") + number(a, "width")
        || number(a, "y") >= number(b, "y") + number(b, "height")
        || number(b, "y") >= number(a, "y") + number(a, "height");
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", ""})
  void otherLanguagesAreRefused(String language) {
    Cli.Result result = Cli.inProject().run("plan", NANOGPT, "--graph", language);
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains("--graph is mermaid, dot or svg");
  }
}
