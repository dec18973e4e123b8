package dev.assay.engine.plan;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.dataset.DataSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many numbers a network keeps in memory for one sample, beside its parameters. */
record Buffers(Network network, DataSpec data) {

  /** Memory that layers share which do not need it at the same time. */
  private static final class Shared {
    private final List<Block> blocks = new ArrayList<>();

    /** A piece of it, and the last layer that needs what it holds. */
    private record Block(long size, int until) {}

    void take(long size, int from, int until) {
      Block free =
          blocks.stream()
              .filter(block -> block.until < from && block.size >= size)
              .min(Comparator.comparingLong(Block::size))
              .orElse(new Block(size, from));
      blocks.remove(free);
      blocks.add(new Block(free.size, until));
    }

    long size() {
      return blocks.stream().mapToLong(Block::size).sum();
    }
  }

  /** While it is used, what a layer puts out is needed until the last one has read it. */
  long using() {
    Shared shared = new Shared();
    for (int place = 0; place < network.layers().size(); place++) {
      PlannedLayer layer = network.layers().get(place);
      Footprint footprint = layer.footprint();
      shared.take(footprint.kept(), place, place);
      shared.take(footprint.output(), place, lastReader(layer));
    }
    return inputs() + shared.size();
  }

  /**
   * While it is trained, all that the backward pass wants to know is kept. The gradients share
   * their memory, and there are none below the first layer that learns.
   */
  long training() {
    long kept = inputs();
    Shared shared = new Shared();
    Set<String> learning = new HashSet<>();
    Set<String> read = new HashSet<>();
    for (int place = 0; place < network.layers().size(); place++) {
      PlannedLayer layer = network.layers().get(place);
      Footprint footprint = layer.footprint();
      kept += footprint.output() + footprint.kept();
      if (layer.parameterCount() > 0 || layer.inputs().stream().anyMatch(learning::contains)) {
        learning.add(layer.name());
        shared.take(footprint.scratch(), place, place);
        shared.take(footprint.output(), place, lastReader(layer));
        shared.take(again(layer, learning, read), place, place);
      }
    }
    return kept + shared.size();
  }

  private long inputs() {
    return data.inputs().stream().mapToLong(input -> input.shape().size()).sum();
  }

  private int lastReader(PlannedLayer layer) {
    int last = network.layers().size();
    while (last > 0 && !network.layers().get(last - 1).inputs().contains(layer.name())) {
      last--;
    }
    return last == 0 ? network.layers().size() : last - 1;
  }

  /** Each layer that reads what another one has read before adds its part of the gradient. */
  private static long again(PlannedLayer layer, Set<String> learning, Set<String> read) {
    long sum = 0;
    for (int i = 0; i < layer.inputs().size(); i++) {
      String input = layer.inputs().get(i);
      if (!read.add(input) && learning.contains(input)) {
        sum += (long) layer.rows() * layer.site().inputs().get(i).size();
      }
    }
    return sum;
  }
}
