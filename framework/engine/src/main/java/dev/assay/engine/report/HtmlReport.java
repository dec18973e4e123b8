package dev.assay.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.dataset.DataRecord;
import dev.assay.engine.dataset.DataSummary;
import dev.assay.engine.tracking.AtomicFile;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.JournalReader;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One page that says all of a run, with its pictures inside it, to be sent to somebody.
 *
 * @param folder the run's folder
 */
public record HtmlReport(Path folder, List<Event> events) {

  /** The file, in the run's folder. */
  public static final String FILE = "report.html";

  /** What the network wrote before it was trained, in the run's folder. */
  public static final String BEFORE = "texts/before-training.txt";

  /** What it wrote afterwards. */
  public static final String AFTER = "texts/after-training.txt";

  /**
   * Writes the page from what is in the folder.
   *
   * @return the file
   */
  public static Path write(Path folder) throws IOException {
    HtmlReport report = new HtmlReport(folder, JournalReader.all(folder));
    byte[] page = report.page().getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(FILE);
    AtomicFile.write(file, out -> out.write(page));
    return file;
  }

  private String page() throws IOException {
    Event.Begin begin = first(Event.Begin.class);
    String title = begin.experiment() + " " + begin.run();
    String body =
        heading(begin)
            + figures()
            + plots()
            + classes()
            + Html.titled("A text it writes", text(AFTER))
            + Html.folded("The same before the training", text(BEFORE))
            + epochs()
            + Html.titled("Network", file("plan.txt"))
            + data()
            + Html.folded("Experiment, with every default", file("resolved.yaml"))
            + Html.folded("Where it comes from", file("provenance.json"));
    return template().replace("{{title}}", Html.escaped(title)).replace("{{body}}", body);
  }

  private static String template() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private <E extends Event> E first(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  /** {@code outcome.json} says how a run ended, and is written before the journal's end. */
  private String ended() throws IOException {
    Path file = folder.resolve("outcome.json");
    if (!Files.exists(file)) {
      return "not ended";
    }
    JsonNode outcome = Json.MAPPER.readTree(file.toFile());
    String status = outcome.path("status").asText();
    return outcome.has("stopped_by") ? status + ": " + outcome.get("stopped_by").asText() : status;
  }

  private String heading(Event.Begin begin) throws IOException {
    String description =
        begin.description() == null
            ? ""
            : "<p class=\"sub\">%s</p>\n".formatted(Html.escaped(begin.description()));
    return "<h1>%s</h1>\n<p class=\"sub\">%s · %s</p>\n%s"
        .formatted(
            Html.escaped(begin.experiment()),
            Html.escaped(begin.run()),
            Html.escaped(ended()),
            description);
  }

  /** The last figure of each metric, and what the network is. */
  private String figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    measured()
        .forEach(
            metrics ->
                metrics.values().forEach((name, value) -> figures.put(name, Figures.text(value))));
    String parameters = first(Event.Begin.class).tags().get("assay.parameters");
    if (parameters != null) {
      figures.put("parameters", "%,d".formatted(Long.parseLong(parameters)));
    }
    return figures.entrySet().stream()
        .map(
            figure ->
                "<div class=\"figure\"><b>%s</b><span>%s</span></div>\n"
                    .formatted(Html.escaped(figure.getValue()), breakable(figure.getKey())))
        .collect(Collectors.joining("", "<div class=\"figures\">\n", "</div>\n"));
  }

  /** A name that may go on in the next line where one of its words ends. */
  private static String breakable(String name) {
    return Html.escaped(name).replaceAll("[/_]", "$0<wbr>");
  }

  private List<Event.Metrics> measured() {
    return events.stream()
        .filter(Event.Metrics.class::isInstance)
        .map(Event.Metrics.class::cast)
        .toList();
  }

  private String plots() throws IOException {
    StringBuilder html = new StringBuilder();
    for (Path file : plots("", ".png")) {
      String name = file.getFileName().toString();
      html.append(
          "<figure class=\"plot%s\"><img alt=\"%s\" src=\"data:image/png;base64,%s\"><figcaption>%s</figcaption></figure>\n"
              .formatted(
                  Plots.DARK.stream().anyMatch(name::startsWith) ? " dark" : "",
                  Html.escaped(name),
                  Base64.getEncoder().encodeToString(Files.readAllBytes(file)),
                  Html.escaped(name.replace(".png", ""))));
    }
    return html.isEmpty()
        ? ""
        : "<h2>Plots</h2>\n<div class=\"plots\">\n%s</div>\n".formatted(html);
  }

  /** What the journal tells of the folder of plots, in its order. */
  private List<Path> plots(String beginning, String kind) {
    return events.stream()
        .filter(Event.Artifact.class::isInstance)
        .map(artifact -> folder.resolve(((Event.Artifact) artifact).path()))
        .filter(file -> file.startsWith(folder.resolve("plots")) && Files.exists(file))
        .filter(file -> file.getFileName().toString().startsWith(beginning))
        .filter(file -> file.getFileName().toString().endsWith(kind))
        .toList();
  }

  private String classes() throws IOException {
    StringBuilder tables = new StringBuilder();
    for (Path file : plots(Plots.CLASSES, ".json")) {
      String of = file.getFileName().toString().replace(Plots.CLASSES, "").replace(".json", "");
      tables.append(Html.folded("Every class" + of.replaceFirst("-", " of "), classes(file)));
    }
    return tables.toString();
  }

  private static String classes(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "samples", "precision", "recall", "F1"));
    for (ClassFigures of : Json.MAPPER.readValue(file.toFile(), ClassFigures[].class)) {
      rows.add(
          List.of(
              of.name(),
              "%,d".formatted(of.samples()),
              Figures.text(of.precision()),
              Figures.text(of.recall()),
              Figures.text(of.f1())));
    }
    return Html.table(rows);
  }

  private String epochs() {
    Set<String> names = new LinkedHashSet<>();
    measured().forEach(metrics -> names.addAll(metrics.values().keySet()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(Stream.concat(Stream.of("epoch"), names.stream()).toList());
    for (Event.Metrics metrics : measured()) {
      List<String> row = new ArrayList<>(List.of(Long.toString(metrics.step())));
      for (String name : names) {
        Double value = metrics.values().get(name);
        row.add(value == null ? "" : Figures.text(value));
      }
      rows.add(row);
    }
    return Html.folded("Every epoch", Html.table(rows));
  }

  private String data() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("dataset", "split", "samples", "source", "digest"));
    events.stream()
        .filter(Event.Dataset.class::isInstance)
        .map(Event.Dataset.class::cast)
        .forEach(
            data ->
                rows.add(
                    List.of(
                        data.name(),
                        data.split(),
                        "%,d".formatted(data.samples()),
                        data.source(),
                        data.digest().substring(0, Math.min(12, data.digest().length())))));
    return Html.titled("Data", Html.table(rows)) + Html.folded("What is in it", balance());
  }

  /** How many samples each class has, and what numbers there are, split by split. */
  private String balance() throws IOException {
    Path file = folder.resolve(DataRecord.FILE);
    if (!Files.exists(file)) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("split", "field", "what"));
    for (DataSummary split : Json.MAPPER.readValue(file.toFile(), DataRecord.class).splits()) {
      split.describe().forEach((field, what) -> rows.add(List.of(split.split(), field, what)));
    }
    return rows.size() == 1 ? "" : Html.table(rows);
  }

  private String file(String name) throws IOException {
    return pre("<pre>", name);
  }

  /** Lines of a text may be of any length. */
  private String text(String name) throws IOException {
    return pre("<pre class=\"text\">", name);
  }

  private String pre(String begin, String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? begin + Html.escaped(Files.readString(file)) + "</pre>\n" : "";
  }
}
