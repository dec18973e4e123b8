package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents that scripts rely on. */
class DocumentsTest {

  @Test
  void planSaysLayersMemoryAndSteps() {
    JsonNode plan =
        Cli.inProject().run("plan", "experiments/mnist/lenet.yaml", "--format", "json").json();
    assertThat(plan.get("experiment").asText()).isEqualTo("mnist-lenet");
    assertThat(plan.get("parameters").asInt()).isEqualTo(61_706);
    assertThat(plan.get("steps_per_epoch").asInt()).isEqualTo(938);
    assertThat(plan.get("steps").asInt()).isEqualTo(3 * 938);
    assertThat(plan.get("trials").asInt()).isEqualTo(1);
    assertThat(plan.get("flops_per_sample").asLong()).isEqualTo(839_344);
    assertThat(plan.get("memory_bytes").get("updater").asLong()).isEqualTo(2 * 4 * 61_706);
    assertThat(plan.get("memory_bytes").get("total").asLong()).isPositive();
    JsonNode memory = plan.get("memory_bytes");
    assertThat(memory.get("total").asLong())
        .isEqualTo(
            Stream.of("parameters", "gradients", "updater", "activations", "evaluation")
                .mapToLong(part -> memory.get(part).asLong())
                .sum());
    JsonNode first = plan.get("layers").get(0);
    assertThat(first.get("flops").asLong()).isEqualTo(2 * 6 * 28 * 28 * 25);
    assertThat(first.get("computed_by").asText()).isEqualTo("kernel");
    assertThat(first.get("type").asText()).isEqualTo("conv2d");
    assertThat(first.get("inputs").get(0).asText()).isEqualTo("input");
    assertThat(first.get("shape").toString()).isEqualTo("[6,28,28]");
    assertThat(first.get("parameters").asInt()).isEqualTo(156);
  }

  @Test
  void numbersAndMessagesAreTheSameInEveryCountry() {
    Cli german = new Cli(Cli.PROJECT, Map.of(), List.of("-Duser.language=de", "-Duser.country=DE"));
    assertThat(german.run("plan", "experiments/mnist/lenet.yaml").out())
        .contains("61,706")
        .isEqualTo(Cli.inProject().run("plan", "experiments/mnist/lenet.yaml").out());
    String[] outOfRange = {"check", "framework/cli/src/test/golden/out-of-range.yaml"};
    assertThat(german.run(outOfRange).out()).isEqualTo(Cli.inProject().run(outOfRange).out());
  }

  @Test
  void pluginsNamesEveryComponentAndWhoBringsIt() {
    JsonNode components =
        Cli.inProject().run("plugins", "--format", "json").json().get("components");
    assertThat(components).hasSizeGreaterThan(30);
    assertThat(components.findValuesAsText("about")).doesNotContain("");
    assertThat(components.findValuesAsText("name")).contains("dense", "mnist", "adam", "grid");
  }

  @Test
  void doctorAnswersWithFacts() {
    JsonNode facts = Cli.inProject().run("doctor", "--format", "json").json();
    assertThat(facts.get("backend").asText()).isEqualTo("ND4J native CPU");
    assertThat(facts.get("java").asText()).isNotEmpty();
    assertThat(facts.get("gpu").asText()).contains("not usable");
  }
}
