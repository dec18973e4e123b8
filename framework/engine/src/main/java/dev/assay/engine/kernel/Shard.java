package dev.assay.engine.kernel;

import dev.assay.engine.schedule.Moment;

/**
 * The rows of a batch that one thread computes.
 *
 * @param first the first of them
 * @param rows how many there are
 * @param batch how many there are in the whole batch
 * @param seed decides all that is random
 * @param clock says which training step it is
 * @param meeting where the threads of all shards wait for each other
 */
public record Shard(int first, int rows, int batch, long seed, Clock clock, Meeting meeting) {

  /** The same, if there are several rows for each of these. */
  public Shard times(int several) {
    return new Shard(first * several, rows * several, batch * several, seed, clock, meeting);
  }

  /** Says where in the training a step is. */
  public interface Clock {

    /** How many steps this network has been run through, this one included. */
    long step();

    /** The moment, on which numbers that change depend. */
    Moment moment();
  }

  /** The threads that compute a batch together. */
  public interface Meeting {

    /** Waits until all shards are here. */
    void meet();

    /** The sums, number by number, of what all shards bring; the same for each of them. */
    double[] sum(double[] part);

    /** Waits until all shards are here, lets one of them do something, and waits for it. */
    void once(Runnable task);
  }
}
