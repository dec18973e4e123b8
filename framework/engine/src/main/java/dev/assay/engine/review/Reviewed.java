package dev.assay.engine.review;

import java.util.List;

/**
 * A component that can tell whether its settings make sense in an experiment. What it doubts
 * becomes a warning at its place in the file.
 */
public interface Reviewed {

  /** Sentences on settings without effect; each starts in lower case and has no full stop. */
  List<String> doubts(Outline outline);
}
