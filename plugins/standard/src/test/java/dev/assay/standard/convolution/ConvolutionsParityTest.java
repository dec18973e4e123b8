package dev.assay.standard.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.tracking.Json;
import dev.assay.testkit.Lab;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Layers of sequences, images and volumes beside those of PyTorch 2.15 in double precision; their
 * derivatives and kernels are compared with these in {@link ConvolutionsConformTest} and in {@link
 * dev.assay.standard.graph.GraphConformTest}. {@code figures.py} beside the figures writes them.
 */
class ConvolutionsParityTest {

  private final Lab lab = Lab.open();

  @TestFactory
  Stream<DynamicTest> theyAreThoseOfPyTorch() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : List.of("pytorch.json", "figures.json")) {
      for (JsonNode figures : cases(file)) {
        tests.add(DynamicTest.dynamicTest(figures.get("layer").asText(), () -> agrees(figures)));
      }
    }
    assertThat(tests).hasSize(45);
    return tests.stream();
  }

  private static JsonNode cases(String file) throws IOException {
    try (InputStream in =
        ConvolutionsParityTest.class.getResourceAsStream("/convolution/" + file)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in));
    }
  }

  private void agrees(JsonNode figures) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: parity
            dataset: {type: inline, batch_size: full, train: [{input: %s}]}
            weights: {it: %s}
            training: {epochs: 0, precision: double}
            architecture: {layers: [%s]}
            """
                .formatted(
                    figures.get("inputs").get(0).get(0),
                    figures.get("weights"),
                    figures.get("layer").asText().replace("{type", "{name: it, type")));
    try (Session session = lab.session(plan)) {
      double[] expected =
          StreamSupport.stream(figures.get("output").spliterator(), false)
              .mapToDouble(JsonNode::asDouble)
              .toArray();
      assertThat(Lab.said(session, lab.batch(plan, "train", 1), "it").doubles())
          .containsExactly(expected, within(1e-12));
    }
  }
}
