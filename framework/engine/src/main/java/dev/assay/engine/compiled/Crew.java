package dev.assay.engine.compiled;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some threads that work together, one of which is the caller's.
 *
 * <p>Who waits spins for a moment, since the others mostly come within microseconds, then lets
 * whoever wants to have the processor, since to be woken takes a good part of a millisecond, and
 * then sleeps, so that a machine with other things to do is not kept from doing them.
 */
final class Crew implements AutoCloseable {

  private static final long SPIN_NANOS = 100_000;
  private static final long YIELD_NANOS = 2_000_000;

  /** The threads; the first place is the caller's, who changes. */
  private final @Nullable Thread[] threads;

  private final Sleeper[] sleepers;
  private final double[][] brought;
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger met = new AtomicInteger();
  private IntConsumer task = part -> {};
  private int parts = 1;
  private volatile int round;
  private volatile int meeting;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;

  /** A thread's bed. */
  private static final class Sleeper {
    volatile boolean asleep;
  }

  Crew(int size) {
    threads = new Thread[size];
    sleepers = new Sleeper[size];
    brought = new double[size][];
    for (int i = 0; i < size; i++) {
      sleepers[i] = new Sleeper();
    }
    for (int i = 1; i < size; i++) {
      int index = i;
      Thread thread = new Thread(() -> work(index), "assay-shard-" + i);
      thread.setDaemon(true);
      threads[i] = thread;
      thread.start();
    }
  }

  int size() {
    return threads.length;
  }

  /**
   * Runs each part of a task, on a thread of its own, and waits for all; the first one runs on the
   * caller's.
   *
   * @param count how many parts there are, at most {@link #size}
   */
  void all(int count, IntConsumer work) {
    threads[0] = Thread.currentThread();
    task = work;
    parts = count;
    failure = null;
    met.set(0);
    working.set(threads.length - 1);
    int next = round + 1;
    round = next; // publishes the above
    wake();
    part(0);
    await(0, () -> working.get() == 0);
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private void work(int index) {
    int seen = 0;
    while (!closed) {
      int last = seen;
      await(index, () -> round != last || closed);
      seen = round;
      if (!closed) {
        part(index);
        working.decrementAndGet();
        wake();
      }
    }
  }

  private void part(int index) {
    if (index >= parts) {
      return;
    }
    try {
      task.accept(index);
    } catch (RuntimeException | Error e) {
      if (!(e instanceof Abandoned)) {
        failure = e;
        wake();
      }
    }
  }

  /** Waits, within a task, until all parts have come as far. */
  void meet(int index) {
    if (parts == 1) {
      return;
    }
    int current = meeting;
    if (met.incrementAndGet() == parts) {
      met.set(0);
      meeting = current + 1;
      wake();
    } else {
      await(index, () -> meeting != current || failure != null);
    }
    if (failure != null) {
      throw new Abandoned();
    }
  }

  /** Adds up, in the order of the parts, what each of them brings. */
  double[] sum(int index, double[] part) {
    brought[index] = part;
    meet(index);
    double[] sum = new double[part.length];
    for (int i = 0; i < parts; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += brought[i][j];
      }
    }
    meet(index); // before anybody brings the next
    return sum;
  }

  @SuppressWarnings("ThreadPriorityCheck") // faster where it helps, and nothing depends on it
  private void await(int index, BooleanSupplier event) {
    long start = System.nanoTime();
    while (!event.getAsBoolean()) {
      long waited = System.nanoTime() - start;
      if (waited < SPIN_NANOS) {
        Thread.onSpinWait();
        continue;
      }
      if (waited < YIELD_NANOS) {
        Thread.yield();
        continue;
      }
      sleepers[index].asleep = true;
      if (!event.getAsBoolean()) { // who brings it about looks for sleepers afterwards
        LockSupport.park(this);
      }
      sleepers[index].asleep = false;
    }
  }

  private void wake() {
    for (int i = 0; i < threads.length; i++) {
      if (sleepers[i].asleep) {
        LockSupport.unpark(threads[i]);
      }
    }
  }

  /** Ends a part because another one has failed. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abandoned() {
      super(null, null, false, false);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
