package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.config.bind.RecordType;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.schema.JsonSchema;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import dev.assay.engine.Experiment;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON Schema and {@code check} say the same, as far as a schema can. */
class SchemaTest {

  /** What a schema can say. */
  private static final Set<String> STATIC =
      Set.of(
          "unknown-key",
          "missing-key",
          "wrong-type",
          "unknown-type",
          "unknown-word",
          "out-of-range");

  @TempDir Path folder;

  private final Workbench workbench = new Workbench(Plugins.registry(null));
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              Json.MAPPER.valueToTree(
                  JsonSchema.of(RecordType.of(Experiment.class), workbench.registry())));

  private List<Problem> checked(Path file) {
    return workbench.open(file, new ExperimentOptions()).problems();
  }

  private boolean accepts(JsonNode document) {
    return schema.validate(document).isEmpty();
  }

  @Test
  void everyExperimentIsAccepted() throws IOException {
    List<Path> files = ExperimentFiles.in(List.of(Cli.PROJECT.resolve("experiments").toString()));
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      assertThat(schema.validate(json(Files.readString(file)))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void whatAFileIsMadeOfIsAccepted() throws IOException {
    List<Path> files = ExperimentFiles.in(List.of("src/test/golden/compose"));
    for (Path file : files) {
      List<String> rules = checked(file).stream().map(p -> p.rule().id()).toList();
      if (rules.stream().noneMatch(STATIC::contains)) {
        assertThat(schema.validate(json(Files.readString(file)))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void whatCheckFindsInAFileTheSchemaRejects() throws IOException {
    int compared = 0;
    for (String name :
        List.of(
            "unknown-key",
            "unknown-key-at-top",
            "missing-key",
            "wrong-type",
            "out-of-range",
            "unknown-type",
            "unknown-word",
            "many")) {
      Path file = Path.of("src/test/golden", name + ".yaml");
      assertThat(accepts(json(Files.readString(file)))).as(name).isFalse();
      compared++;
    }
    assertThat(compared).isEqualTo(8);
  }

  /**
   * Whatever the schema rejects, check rejects; and what check rejects for its form, so does it.
   */
  @Test
  void brokenVariantsAreRejectedByBoth() throws IOException {
    long seed = Long.getLong("seed", 1); // a build does not fail by luck
    SplittableRandom random = new SplittableRandom(seed);
    List<Path> files = ExperimentFiles.in(List.of(Cli.PROJECT.resolve("experiments").toString()));
    int rejected = 0;
    int missed = 0;
    for (int i = 0; i < 400; i++) {
      String good = Files.readString(files.get(random.nextInt(files.size())));
      Breaker.Broken broken = new Breaker(good, random.nextLong()).broken().orElse(null);
      JsonNode document = broken == null ? null : parsed(broken);
      if (broken == null || document == null) {
        continue;
      }
      Path file = folder.resolve("broken.yaml");
      Files.write(file, broken.bytes());
      List<Problem> problems = checked(file);
      boolean byForm = problems.stream().anyMatch(p -> STATIC.contains(p.rule().id()));
      if (!accepts(document)) {
        rejected++;
        assertThat(problems).as("-Dseed=%d %s", seed, broken.how()).isNotEmpty();
      } else if (byForm) {
        missed++;
      }
    }
    assertThat(rejected).isGreaterThan(100);
    // Left to check: words that only a plugin's own type knows the form of.
    assertThat(missed).as("-Dseed=%d", seed).isLessThan(rejected / 20);
  }

  private static @Nullable JsonNode parsed(Breaker.Broken broken) {
    Problems problems = new Problems();
    Source source = Source.of("x.yaml", new String(broken.bytes(), StandardCharsets.UTF_8));
    Node node = YamlReader.read(source, problems);
    return node == null || problems.hasErrors() ? null : convert(node);
  }

  private static JsonNode json(String yaml) {
    Node node = YamlReader.read(Source.of("x.yaml", yaml), new Problems());
    return convert(Objects.requireNonNull(node));
  }

  /** As an editor's YAML parser does it: by the core schema of YAML 1.2. */
  private static JsonNode convert(Node node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node instanceof Node.Mapping mapping) {
      ObjectNode object = factory.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), convert(entry.value())));
      return object;
    }
    if (node instanceof Node.Sequence sequence) {
      ArrayNode array = factory.arrayNode();
      sequence.items().forEach(item -> array.add(convert(item)));
      return array;
    }
    Node.Scalar scalar = (Node.Scalar) node;
    String text = scalar.text();
    if (!scalar.plain()) {
      return factory.textNode(text);
    }
    if (scalar.isNull()) {
      return factory.nullNode();
    }
    if (text.equals("true") || text.equals("false")) {
      return factory.booleanNode(text.equals("true"));
    }
    boolean number = text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    return number ? factory.numberNode(new BigDecimal(text)) : factory.textNode(text);
  }

  @Test
  void theSchemaHasABranchForEachComponent() {
    String text = Json.line(JsonSchema.of(RecordType.of(Experiment.class), workbench.registry()));
    List<String> missing = new ArrayList<>();
    workbench.registry().entries().stream()
        .filter(entry -> !text.contains("{\"const\":\"" + entry.name() + "\"}"))
        .forEach(entry -> missing.add(entry.name()));
    assertThat(missing).isEmpty();
  }
}
