package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.cli.Cli.Result;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code-scanning services are told. */
class SarifTest {

  /** What SARIF 2.1.0 asks of the parts that are used here; sections 3.13 to 3.30 of it. */
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["version", "runs"], "additionalProperties": false,
       "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}}},
       "$defs": {
        "run": {"type": "object", "required": ["tool", "results"], "additionalProperties": false,
         "properties": {
          "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
          "tool": {"type": "object", "required": ["driver"], "additionalProperties": false,
           "properties": {"driver": {"$ref": "#/$defs/driver"}}},
          "results": {"type": "array", "items": {"$ref": "#/$defs/result"}}}},
        "driver": {"type": "object", "required": ["name"], "additionalProperties": false,
         "properties": {
          "name": {"type": "string"},
          "rules": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/$defs/rule"}}}},
        "rule": {"type": "object", "required": ["id"], "additionalProperties": false,
         "properties": {
          "id": {"type": "string"}, "shortDescription": {"$ref": "#/$defs/message"}}},
        "result": {"type": "object", "required": ["message"], "additionalProperties": false,
         "properties": {
          "ruleId": {"type": "string"},
          "level": {"enum": ["none", "note", "warning", "error"]},
          "message": {"$ref": "#/$defs/message"},
          "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}}}},
        "location": {"type": "object", "additionalProperties": false,
         "properties": {"physicalLocation": {"$ref": "#/$defs/physical"}}},
        "physical": {"type": "object", "required": ["artifactLocation"],
         "additionalProperties": false,
         "properties": {
          "artifactLocation": {"type": "object", "required": ["uri"],
           "additionalProperties": false,
           "properties": {"uri": {"type": "string", "format": "uri-reference"}}},
          "region": {"type": "object", "additionalProperties": false,
           "required": ["startLine", "startColumn", "endLine", "endColumn"],
           "properties": {
            "startLine": {"$ref": "#/$defs/count"}, "startColumn": {"$ref": "#/$defs/count"},
            "endLine": {"$ref": "#/$defs/count"}, "endColumn": {"$ref": "#/$defs/count"}}}}},
        "message": {"type": "object", "required": ["text"], "additionalProperties": false,
         "properties": {"text": {"type": "string", "minLength": 1}}},
        "count": {"type": "integer", "minimum": 1}}}
      """;

  @TempDir Path folder;

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);

  @Test
  void problemsOfManyFilesAreSarif() throws IOException {
    Result result =
        Cli.inProject().run("check", "framework/cli/src/test/golden", "--format", "sarif");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    JsonNode document = result.json();
    assertThat(schema.validate(document)).isEmpty();
    JsonNode run = document.get("runs").get(0);
    assertThat(run.get("results")).hasSizeGreaterThan(60);
    List<String> rules = run.get("tool").get("driver").get("rules").findValuesAsText("id");
    assertThat(rules).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    for (JsonNode found : run.get("results")) {
      assertThat(rules).contains(found.get("ruleId").asText());
      JsonNode place = found.get("locations").get(0).get("physicalLocation");
      URI file = URI.create(place.get("artifactLocation").get("uri").asText());
      assertThat(Cli.PROJECT.resolve(file.getPath())).exists();
    }
  }

  @Test
  void aGoodFileHasNoResults() {
    JsonNode document =
        Cli.inProject().run("check", "experiments/sorting/binary.yaml", "--format", "sarif").json();
    assertThat(schema.validate(document)).isEmpty();
    assertThat(document.get("runs").get(0).get("results")).isEmpty();
  }

  @Test
  void placesAreThoseThatThisCheckKnowsAsWrong() throws IOException {
    Path file = folder.resolve("my experiment.yaml");
    Files.writeString(file, "assay: 1\nname: \"\uD83D\uDE80\"\nsede: 1\n");
    Result result = Cli.inProject().run("check", file.toString(), "--format", "sarif");
    JsonNode found = result.json().get("runs").get(0).get("results");
    JsonNode typo = found.get(found.size() - 1);
    assertThat(typo.toString())
        .contains("\"ruleId\":\"unknown-key\"", "\"level\":\"error\"")
        .contains("\"startLine\":3,\"startColumn\":1,\"endLine\":3,\"endColumn\":5")
        .contains("my%20experiment.yaml\"", "did you mean `seed`?");
    assertThat(result.json().get("runs").get(0).get("columnKind").asText())
        .isEqualTo("unicodeCodePoints");
  }

  @Test
  void theSchemaOfThisTestIsNoBlankCheque() throws IOException {
    assertThat(schema.validate(Json.MAPPER.readTree("{\"version\": \"2.1.0\"}"))).isNotEmpty();
  }
}
