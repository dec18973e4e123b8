package dev.assay.engine.tracking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run; one line of its journal. Every event has the time {@code ms},
 * in milliseconds since 1970.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Begin.class, name = "begin"),
  @JsonSubTypes.Type(value = Event.Params.class, name = "params"),
  @JsonSubTypes.Type(value = Event.Dataset.class, name = "dataset"),
  @JsonSubTypes.Type(value = Event.Metrics.class, name = "metrics"),
  @JsonSubTypes.Type(value = Event.Artifact.class, name = "artifact"),
  @JsonSubTypes.Type(value = Event.End.class, name = "end")
})
public sealed interface Event {

  long ms();

  /**
   * The run starts.
   *
   * @param uid never used for another run
   * @param parent the folder of the sweep that the run belongs to, or null
   * @param tags facts that are no settings: versions, git commit, user
   */
  record Begin(
      long ms,
      String uid,
      String experiment,
      String run,
      @Nullable String description,
      @Nullable String parent,
      Map<String, String> tags)
      implements Event {}

  /** Every setting that the run uses, by its dotted key; defaults included. */
  record Params(long ms, Map<String, String> values) implements Event {}

  /**
   * Samples that the run uses.
   *
   * @param split {@code train}, {@code test}, ...
   * @param digest of all samples of the dataset, in hexadecimal
   * @param source where they come from
   * @param fields the shape of each part of a sample, by name
   */
  record Dataset(
      long ms,
      String name,
      String split,
      int samples,
      String digest,
      String source,
      Map<String, String> fields)
      implements Event {}

  /** Measurements of one moment; {@code step} is the epoch, counted from 1. */
  record Metrics(long ms, long step, Map<String, Double> values) implements Event {}

  /** A file of the run's folder that is worth keeping elsewhere, too. */
  record Artifact(long ms, String path, long bytes, String sha256) implements Event {}

  /**
   * The run is over.
   *
   * @param status how
   * @param reason what ended it early, or null
   * @param tags facts that were not known at the start
   */
  record End(long ms, Status status, @Nullable String reason, Map<String, String> tags)
      implements Event {}

  /** How a run ended. */
  enum Status {
    /** All epochs were trained. */
    FINISHED,
    /** A stopping rule was satisfied. */
    STOPPED,
    /** The loss left the realm of numbers, or grew beyond what a rule allows. */
    DIVERGED,
    /** Something went wrong. */
    FAILED,
    /** Somebody ended it. */
    KILLED
  }
}
