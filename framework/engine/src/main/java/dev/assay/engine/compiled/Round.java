package dev.assay.engine.compiled;

import dev.assay.engine.kernel.Shard;

/**
 * Where a thread of a crew waits for the others.
 *
 * @param index of the thread
 */
record Round(Crew crew, int index) implements Shard.Meeting {

  @Override
  public void meet() {
    crew.meet(index);
  }

  @Override
  public double[] sum(double[] part) {
    return crew.sum(index, part);
  }

  @Override
  public void once(Runnable task) {
    meet();
    if (index == 0) {
      task.run();
    }
    meet();
  }
}
