package dev.assay.datasets;

import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** IDX files that have been read. */
final class IdxSource {

  private static final int MOST_CLASSES = 1_000_000;

  private final IdxFiles keys;
  private final Map<String, IdxSet> sets = new LinkedHashMap<>();
  private final List<byte[]> contents = new ArrayList<>();
  private final IdxSet train;
  private final Shape input;
  private final Shape target;

  /**
   * Reads the files.
   *
   * @throws DataException if one is not what it should be, or does not go with the others
   */
  IdxSource(IdxFiles keys, DataFiles where) {
    this.keys = keys;
    try {
      keys.files().forEach((name, pair) -> sets.put(name, set(pair, where)));
      this.train = Objects.requireNonNull(sets.get(DataSpec.TRAIN));
      this.input = inputShape(train.inputs());
      this.target = targetShape(train.targets());
      sets.values().forEach(this::verify);
    } catch (DataException e) {
      throw e.at("files");
    }
  }

  private IdxSet set(IdxFiles.Files pair, DataFiles where) {
    String targets = pair.targets();
    return new IdxSet(read(pair.inputs(), where), targets == null ? null : read(targets, where));
  }

  private Idx read(String file, DataFiles where) {
    DataFile read = DataFile.find(where, file, "files");
    contents.add(read.bytes());
    return Idx.parse(read);
  }

  private Shape inputShape(Idx inputs) {
    List<Integer> axes = inputs.itemLengths();
    if (keys.symbols() != null) {
      return new Shape(axes, keys.symbols());
    }
    return switch (axes.size()) {
      case 0 -> Shape.of(1);
      case 2 -> Shape.of(1, axes.get(0), axes.get(1));
      default -> new Shape(axes, 0);
    };
  }

  private Shape targetShape(@Nullable Idx targets) {
    if (targets == null) {
      return input;
    }
    List<Integer> axes = targets.itemLengths();
    if (areNumbers(targets)) {
      return axes.isEmpty() ? Shape.of(1) : new Shape(axes, 0);
    }
    int count = keys.classes() == null ? train.countedClasses() : keys.classes();
    if (count > MOST_CLASSES) {
      throw new DataException(
          "%s has targets up to %,d, which are too many classes"
              .formatted(targets.name(), count - 1),
          "`kind: numbers` predicts them as numbers");
    }
    return new Shape(axes, count);
  }

  private boolean areNumbers(Idx targets) {
    return keys.kind() == null
        ? keys.classes() == null && !targets.type().isWhole()
        : keys.kind() == IdxFiles.Kind.NUMBERS;
  }

  private void verify(IdxSet set) {
    requireLike(train.inputs(), set.inputs());
    IdxSet.verify(set.inputs(), input, "symbols");
    Idx targets = set.targets();
    if (targets != null) {
      requireLike(Objects.requireNonNull(train.targets()), targets);
      IdxSet.verify(targets, target, "classes");
    }
  }

  private static void requireLike(Idx first, Idx other) {
    if (!first.itemLengths().equals(other.itemLengths())) {
      throw new DataException(
          "%s has items of %s, and %s of %s"
              .formatted(other.name(), other.itemLengths(), first.name(), first.itemLengths()));
    }
  }

  /** The items of each split: those of {@code train} that it is divided into, then the others. */
  private Map<String, int[]> parts() {
    Map<String, int[]> parts = new LinkedHashMap<>();
    Partition split = keys.split();
    if (split == null) {
      parts.put(DataSpec.TRAIN, train.all());
    } else {
      parts.putAll(split.parts(train.inputs().items(), split.stratify() ? classes() : null));
    }
    sets.forEach((name, set) -> parts.putIfAbsent(name, set.all()));
    return parts;
  }

  private List<String> classes() {
    if (!target.isSymbols() || target.rank() > 0) {
      throw new DataException("`stratify` needs targets that are one class each").at("split");
    }
    return train.classes();
  }

  DataSpec spec() {
    Map<String, Integer> samples = new LinkedHashMap<>();
    parts().forEach((name, rows) -> samples.put(name, rows.length));
    return DataSpec.of(input, target, samples);
  }

  Data open() {
    Map<String, int[]> parts = parts();
    IdxScale scale =
        IdxScale.of(keys, train.inputs(), Objects.requireNonNull(parts.get(DataSpec.TRAIN)));
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    parts.forEach(
        (name, rows) ->
            splits.put(name, new IdxItems(sets.getOrDefault(name, train), rows, scale)));
    String digest = Digests.sha256(contents.toArray(byte[][]::new));
    return new Data(splits, train.inputs().name(), digest);
  }
}
