package dev.assay.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Problems in the form that code-scanning services read: SARIF 2.1.0. */
final class Sarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

  /**
   * The answer for one call.
   *
   * @param columnKind what a column counts, which else would be UTF-16 units
   */
  record Run(Tool tool, @JsonProperty("columnKind") String columnKind, List<Result> results) {}

  record Tool(Driver driver) {}

  record Driver(String name, List<Descriptor> rules) {}

  record Descriptor(String id, @JsonProperty("shortDescription") Text shortDescription) {}

  record Text(String text) {}

  record Result(
      @JsonProperty("ruleId") String ruleId, String level, Text message, List<Place> locations) {}

  record Place(@JsonProperty("physicalLocation") Physical physicalLocation) {}

  record Physical(@JsonProperty("artifactLocation") File artifactLocation, Region region) {}

  record File(String uri) {}

  record Region(
      @JsonProperty("startLine") int startLine,
      @JsonProperty("startColumn") int startColumn,
      @JsonProperty("endLine") int endLine,
      @JsonProperty("endColumn") int endColumn) {}

  static Log of(List<Problem> problems) {
    List<Descriptor> rules =
        problems.stream().map(Problem::rule).distinct().map(Sarif::descriptor).toList();
    List<Result> results = problems.stream().map(Sarif::result).toList();
    return new Log(
        SCHEMA,
        "2.1.0",
        List.of(new Run(new Tool(new Driver("assay", rules)), "unicodeCodePoints", results)));
  }

  /** A relative path stays one, so that whoever shows the answer finds the file from its root. */
  private static String uri(String path) {
    try {
      boolean absolute = Path.of(path).isAbsolute();
      String slashes = path.replace('\\', '/');
      String start = absolute && !slashes.startsWith("/") ? "/" : "";
      return new URI(absolute ? "file" : null, null, start + slashes, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static Descriptor descriptor(Rule rule) {
    return new Descriptor(rule.id(), new Text(rule.about()));
  }

  private static Result result(Problem problem) {
    Region region =
        new Region(
            problem.span().line(),
            problem.span().column(),
            problem.span().endLine(),
            problem.span().endColumn());
    File file = new File(uri(problem.span().source().name()));
    List<String> sentences = new ArrayList<>(List.of(problem.message()));
    if (problem.hint() != null) {
      sentences.add(problem.hint());
    }
    problem.notes().forEach(note -> sentences.add("(" + note + ")"));
    String text = String.join("\n", sentences);
    return new Result(
        problem.rule().id(),
        problem.severity().name().toLowerCase(Locale.ROOT),
        new Text(text),
        List.of(new Place(new Physical(file, region))));
  }
}
