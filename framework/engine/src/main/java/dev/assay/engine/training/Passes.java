package dev.assay.engine.training;

import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The batches of a training: pass after pass over the samples, each in an order of its own. A pass
 * goes on where an epoch of fewer steps has ended.
 */
final class Passes {

  private final Course course;
  private final Data.Split samples;
  private @Nullable Batches pass;
  private int passes;

  Passes(Course course, Data.Split samples) {
    this.course = course;
    this.samples = samples;
  }

  /** The next batch, to be read by whoever computes with it. */
  Samples next() {
    if (pass == null || !pass.hasNext()) {
      samples.startEpoch(++passes);
      pass = course.batches(samples, passes);
    }
    return pass.nextUnread();
  }
}
