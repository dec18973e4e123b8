package dev.assay.engine.plan;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many numbers a network keeps in memory for one sample, beside its parameters. */
record Buffers(Network network, List<Taken> layers, DataSpec data) {

  /**
   * What a layer takes in its place.
   *
   * @param copies of images that the layers before it leave otherwise than its kernel wants them
   */
  private record Taken(PlannedLayer layer, Footprint footprint, long copies) {}

  static Buffers of(Network network, DataSpec data) {
    Set<String> blocks = new HashSet<>();
    Set<String> known = new HashSet<>();
    List<Taken> layers = new ArrayList<>();
    for (PlannedLayer layer : network.layers()) {
      Footprint own = layer.footprint();
      long copies = layer.rows() * copies(layer, own.images(), known, blocks);
      boolean image = Images.are(layer.shape());
      if (image && own.images().inBlocks(blocks.contains(layer.inputs().get(0)))) {
        blocks.add(layer.name());
        own = own.inBlocks(layer.shape());
      }
      known.add(layer.name());
      layers.add(new Taken(layer, own, copies));
    }
    return new Buffers(network, layers, data);
  }

  /** Images of the data are taken as they come. */
  private static long copies(
      PlannedLayer layer, Images images, Set<String> known, Set<String> blocks) {
    long copies = 0;
    for (int i = 0; i < layer.inputs().size(); i++) {
      String input = layer.inputs().get(i);
      Shape shape = layer.site().inputs().get(i);
      boolean inBlocks = blocks.contains(input);
      if (known.contains(input) && Images.are(shape) && images.copies(shape, inBlocks)) {
        copies += inBlocks ? shape.size() : Images.blocks(shape, shape.size());
      }
    }
    return copies;
  }

  /** Memory that layers share which do not need it at the same time. */
  private static final class Shared {
    private final List<Block> blocks = new ArrayList<>();

    /** A piece of it, and the last layer that needs what it holds. */
    private record Block(long size, int until) {}

    void take(long size, int from, int until) {
      Optional<Block> free =
          blocks.stream()
              .filter(block -> block.until < from && block.size >= size)
              .min(Comparator.comparingLong(Block::size));
      free.ifPresent(blocks::remove);
      blocks.add(new Block(free.map(Block::size).orElse(size), until));
    }

    long size() {
      return blocks.stream().mapToLong(Block::size).sum();
    }
  }

  /** While it is used, what a layer puts out is needed until the last one has read it. */
  long using() {
    Shared shared = new Shared();
    for (int place = 0; place < layers.size(); place++) {
      PlannedLayer layer = layers.get(place).layer();
      Footprint footprint = layers.get(place).footprint();
      shared.take(layers.get(place).copies(), place, place);
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
    for (int place = 0; place < layers.size(); place++) {
      PlannedLayer layer = layers.get(place).layer();
      Footprint footprint = layers.get(place).footprint();
      long copies = layers.get(place).copies();
      kept += footprint.output() + footprint.kept() + copies;
      if (layer.learns() || layer.inputs().stream().anyMatch(learning::contains)) {
        learning.add(layer.name());
        shared.take(footprint.scratch(), place, place);
        shared.take(footprint.output(), place, lastReader(layer));
        shared.take(copies, place, place);
        shared.take(again(layer, learning, read), place, place);
      }
    }
    return kept + shared.size();
  }

  private long inputs() {
    return data.inputs().stream().mapToLong(input -> input.shape().size()).sum();
  }

  private int lastReader(PlannedLayer layer) {
    List<PlannedLayer> readers = network.readers(layer.name());
    return readers.isEmpty()
        ? layers.size()
        : network.layers().indexOf(readers.get(readers.size() - 1));
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
