package dev.assay.engine.dataset;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a split, in batches; the last one may be smaller.
 *
 * <p>The batches returned are reused: each is valid until the next one is read. If the split is
 * slow, as many batches as there are cores are read ahead, each by a thread.
 */
public final class Batches {

  private static final int READERS = Runtime.getRuntime().availableProcessors();

  private final DataSpec spec;
  private final Data.Split split;
  private final int[] order;
  private final int batchSize;
  private final Precision precision;
  private final Queue<CompletableFuture<Batch>> ahead = new ArrayDeque<>();
  private @Nullable Batch full;
  private int next;

  private Batches(
      DataSpec spec, Data.Split split, int[] order, int batchSize, Precision precision) {
    this.spec = spec;
    this.split = split;
    this.order = order;
    this.batchSize = Math.min(batchSize, Math.max(1, order.length));
    this.precision = precision;
  }

  /** All samples in their own order. */
  public static Batches inOrder(
      DataSpec spec, Data.Split split, int batchSize, Precision precision) {
    int[] order = IntStream.range(0, split.size()).toArray();
    return new Batches(spec, split, order, batchSize, precision);
  }

  /** All samples in an order that the seed and the epoch determine. */
  public static Batches shuffled(
      DataSpec spec, Data.Split split, int batchSize, Precision precision, long seed, int epoch) {
    int[] order = IntStream.range(0, split.size()).toArray();
    shuffle(order, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch));
    return new Batches(spec, split, order, batchSize, precision);
  }

  /** Fisher and Yates' shuffle, in Durstenfeld's form. */
  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  public boolean hasNext() {
    return next < order.length || !ahead.isEmpty();
  }

  /** The next batch. */
  public Batch next() {
    Samples samples = nextUnread();
    if (samples instanceof Batch batch) {
      return batch;
    }
    Batch batch = samples.size() == batchSize ? full() : Batch.of(spec, samples.size(), precision);
    samples.read(0, batch);
    return batch;
  }

  private Batch full() {
    if (full == null) {
      full = Batch.of(spec, batchSize, precision);
    }
    return full;
  }

  /** The next batch, to be read by whoever computes with it, unless it has been read ahead. */
  public Samples nextUnread() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return split.isSlow() ? nextRead() : draw();
  }

  private Samples draw() {
    int from = next;
    next = Math.min(order.length, from + batchSize);
    return new Drawn(split, order, from, next - from);
  }

  private Batch nextRead() {
    while (next < order.length && ahead.size() <= READERS) {
      Samples samples = draw();
      ahead.add(CompletableFuture.supplyAsync(() -> Batch.of(samples, spec, precision)));
    }
    try {
      return ahead.remove().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DataException wrong ? wrong : e;
    }
  }

  /** Some samples of a split, in the order of a pass. */
  @SuppressWarnings("ArrayRecordComponent") // the pass's own order, read only here
  private record Drawn(Data.Split split, int[] order, int from, int size) implements Samples {

    @Override
    public void read(int first, Batch into) {
      for (int row = 0; row < into.size(); row++) {
        split.read(order[from + first + row], into, row);
      }
    }
  }
}
