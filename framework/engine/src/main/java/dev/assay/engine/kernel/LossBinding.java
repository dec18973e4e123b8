package dev.assay.engine.kernel;

import dev.assay.engine.architecture.LossRows;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Memory;
import org.jspecify.annotations.Nullable;

/**
 * What a loss's kernel is bound to. All memories are plain {@code [samples steps, width]}.
 *
 * @param rows how the rows of logits and targets lie
 * @param samples how many there are here
 * @param batch how many there are in the whole batch
 * @param meeting the threads that compute it
 * @param factor what the loss is multiplied by in the network's own, the sum of all
 * @param predictions where predictions are written
 * @param gradient where the gradient is written, or null if none is wanted
 * @param targets as many samples as there are here
 */
public record LossBinding(
    Arena arena,
    LossRows rows,
    int samples,
    int batch,
    Shard.Meeting meeting,
    double factor,
    Memory logits,
    Memory predictions,
    @Nullable Memory gradient,
    Values targets) {

  /** How many rows that have a target there are here; some may only fill sequences up. */
  public int scored() {
    return samples * rows.scored();
  }

  /**
   * Whether a row that has a target counts; what only fills a sequence up does not.
   *
   * @param row from 0 to {@code scored() - 1}
   */
  public boolean counts(int row) {
    return targets.counts(row * rows.targetWidth());
  }

  /** Whether some rows that have a target may not count. */
  public boolean padded() {
    return targets.lengths() != null;
  }

  /** What the rows here weigh together, where all that count weigh the same. */
  public int weight() {
    int weight = scored();
    for (int row = 0; padded() && row < scored(); row++) {
      weight -= counts(row) ? 0 : 1;
    }
    return weight;
  }

  /**
   * What each row's gradient is multiplied by, so that the loss is a mean over the batch, where all
   * rows weigh the same. All threads have to ask for it, and if sequences are padded with each
   * batch anew.
   */
  public float scale() {
    if (padded()) {
      return (float) scale(weight());
    }
    return (float) (factor / ((double) batch * rows.scored()));
  }

  /**
   * The same where they do not. All threads have to ask for it.
   *
   * @param weight what the rows here weigh together
   */
  public double scale(double weight) {
    double all = meeting.sum(new double[] {weight})[0];
    return all == 0 ? 0 : factor / all;
  }

  /** Writes zeros where steps have no target that counts, if there are such steps. */
  public void clearUnscored(Memory memory) {
    if (rows.scored() < rows.steps() || padded()) {
      memory.clear();
    }
  }

  /** Reads the rows that have a target, one behind the other. */
  public void read(Memory from, float[] into) {
    for (int row = 0; row < scored(); row++) {
      from.numbers().get(start(row), into, row * rows.width(), rows.width());
    }
  }

  /** Writes the rows that have a target that counts, and zeros everywhere else. */
  public void write(float[] numbers, Memory to) {
    clearUnscored(to);
    for (int row = 0; row < scored(); row++) {
      if (counts(row)) {
        to.numbers().put(start(row), numbers, row * rows.width(), rows.width());
      }
    }
  }

  /**
   * The first logit of a row that has a target.
   *
   * @param row from 0 to {@code samples * rows.scored() - 1}
   */
  public int start(int row) {
    return rows.row(row) * rows.width();
  }
}
