package dev.assay.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What MLflow's pages store for an experiment's table and charts. The keys are theirs.
 *
 * <p>Runs must not be ordered by the time of their creation: then only the sweep itself would be
 * charted, with its trials folded away.
 */
record ViewState(
    String searchFilter,
    String orderByKey,
    boolean orderByAsc,
    String runsHiddenMode,
    boolean isAccordionReordered,
    List<String> selectedColumns,
    List<Section> compareRunSections,
    List<Object> compareRunCharts) {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_RUNS = 100;

  /** A stored view, as the menu lists it. */
  private record Stored(String name, long createdAt, long updatedAt, String state) {}

  /** A group of charts. */
  record Section(
      String uuid,
      String name,
      boolean display,
      boolean isReordered,
      boolean deleted,
      boolean isGenerated) {}

  /** Parallel coordinates: a line for each run, through all that was varied to what came out. */
  private record Parallel(
      String type,
      String uuid,
      String metricSectionId,
      int runsCountToCompare,
      boolean deleted,
      boolean isGenerated,
      boolean showAllRuns,
      List<String> selectedParams,
      List<String> selectedMetrics) {}

  /** A metric over the epochs, a line for each run. */
  private record Line(
      String type,
      String uuid,
      String metricSectionId,
      int runsCountToCompare,
      boolean deleted,
      boolean isGenerated,
      String metricKey,
      List<String> selectedMetricKeys,
      String xAxisKey,
      String scaleType,
      int lineSmoothness,
      boolean useGlobalXaxisKey,
      boolean useGlobalLineSmoothing,
      Range range) {}

  /** Left to the pages. */
  private record Range() {}

  /**
   * The trials of a sweep.
   *
   * @param run the server's id of the sweep
   * @param varied the parameters that differ between trials
   */
  static ViewState of(String run, String objective, boolean lessIsBetter, List<String> varied) {
    String section = uuid(run, "section");
    String metric = "metrics.`%s`".formatted(objective);
    Stream<String> columns = varied.stream().map("params.`%s`"::formatted);
    return new ViewState(
        "tags.`%s` = '%s'".formatted(Tags.PARENT, run),
        metric,
        lessIsBetter,
        "SHOW_ALL",
        true,
        Stream.concat(columns, Stream.of(metric)).toList(),
        List.of(new Section(section, "Sweep", true, false, false, false)),
        List.of(parallel(run, section, objective, varied), line(run, section, objective)));
  }

  private static Parallel parallel(
      String run, String section, String objective, List<String> varied) {
    return new Parallel(
        "PARALLEL",
        uuid(run, "parallel"),
        section,
        MOST_RUNS,
        false,
        false,
        false,
        varied,
        List.of(objective));
  }

  private static Line line(String run, String section, String objective) {
    return new Line(
        "LINE",
        uuid(run, "line"),
        section,
        MOST_RUNS,
        false,
        false,
        objective,
        List.of(objective),
        "step",
        "linear",
        0,
        true,
        true,
        new Range());
  }

  /** The same one each time, so that a view that is stored twice is stored once. */
  private static String uuid(String run, String part) {
    return UUID.nameUUIDFromBytes((run + part).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The view under a name, as the value of a tag. */
  String stored(String name, long ms) {
    return json(new Stored(name, ms, ms, json(this)));
  }

  private static String json(Record record) {
    try {
      return MAPPER.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // records of texts and numbers
    }
  }
}
