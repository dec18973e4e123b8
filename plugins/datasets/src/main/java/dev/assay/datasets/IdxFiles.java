package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arrays in IDX files, the format of MNIST: images or anything else of numbers, and for each a
 * class, numbers, or nothing: then the input itself is to be said again.
 *
 * <p>Items with two axes are images of one channel, {@code [1, height, width]}, unless they are
 * symbols; other items are what their axes say, and a single number is one feature.
 */
@Doc("Arrays in IDX files, the format of MNIST: images or others, each with a class or numbers.")
@Consistent
public record IdxFiles(
    @Doc("The files of each split, by its name; one of them is `train`.") @NotEmpty
        Map<String, Files> files,
    @Doc("What targets are; classes if they are whole numbers, unless something is said.")
        @Nullable Kind kind,
    @Doc("If targets are classes, how many there are; by the largest of `train` if left out.")
        @Positive
        @Nullable Integer classes,
    @Doc("If inputs are symbols, how many different ones there are.") @Positive
        @Nullable Integer symbols,
    @Doc("How numbers of the input are scaled.") @Default("unit") Scaling scale,
    @Doc(
            "Which items of `train` are for training, validation and test; all for training if left"
                + " out.")
        @Nullable Partition split)
    implements Dataset, CrossField {

  /** The files of a split. */
  @Doc("The files of a split, packed by gzip or not.")
  public record Files(
      @Doc("The items, along the first axis.") @FilePath String inputs,
      @Doc("What is to be said of each; the input itself if left out.") @FilePath
          @Nullable String targets) {}

  /** What targets are. */
  public enum Kind {
    @Doc("Whole numbers, counted from 0.")
    CLASSES,
    @Doc("Numbers.")
    NUMBERS
  }

  /** How numbers of the input are scaled. */
  public enum Scaling {
    @Doc("Bytes without a sign become 0 to 1; numbers of other types stay as they are.")
    UNIT,
    @Doc("Less the mean, over the standard deviation; both of all numbers of the training part.")
    STANDARDIZE,
    @Doc("They stay as they are.")
    NONE
  }

  @Override
  public List<Clash> clashes() {
    List<Clash> clashes = new ArrayList<>();
    if (!files.containsKey(DataSpec.TRAIN)) {
      clashes.add(new Clash("files", "there are no files for `train`"));
    }
    if (files.values().stream().map(pair -> pair.targets() == null).distinct().count() > 1) {
      clashes.add(new Clash("files", "either all splits have `targets`, or none has"));
    }
    if (kind == Kind.NUMBERS && classes != null) {
      clashes.add(new Clash("classes", "numbers have no `classes`"));
    }
    if (split != null) {
      split.clashesWithoutColumns().forEach(clash -> clashes.add(new Clash("split", clash)));
      files.keySet().stream()
          .filter(Partition::isPart)
          .filter(name -> !name.equals(DataSpec.TRAIN))
          .forEach(
              name ->
                  clashes.add(
                      new Clash("split", "`%s` has files of its own already".formatted(name))));
    }
    return clashes;
  }

  @Override
  public DataSpec spec(DataFiles where) {
    return new IdxSource(this, where).spec();
  }

  @Override
  public Data open(DataFiles where, long seed) {
    return new IdxSource(this, where).open();
  }
}
