package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Images (PNG, JPEG, GIF or BMP) in folders, one for each class; its name is the class's, and
 * classes are numbered in the order of their names.
 *
 * <p>If the folder holds {@code train} and {@code test}, and perhaps others, each with the folders
 * of the classes, those are the splits. Else the images are split by {@code split}. Pixels are
 * between 0 and 1, {@code [channels, height, width]}.
 */
@Doc("Images in folders, one folder for each class.")
@Consistent
public record Images(
    @Doc(
            "The folder that holds the folders of the classes, or folders `train` and `test`, and"
                + " perhaps others, that do.")
        @FilePath
        String folder,
    @Doc(value = "Height and width to bring them to; one number for both.", unit = "pixels")
        @Size(min = 1, max = 2)
        List<@Positive Integer> size,
    @Doc("What is kept of the colours.") @Default("color") Colors colors,
    @Doc("How an image of another shape fits.") @Default("stretch") Fit fit,
    @Doc("Whether each channel is standardised by the mean and deviation of the training images.")
        @Default("false")
        boolean standardize,
    @Doc(
            value = "How far training images are moved at random, in either direction.",
            unit = "pixels")
        @Default("0")
        @PositiveOrZero
        int shift,
    @Doc("Whether every other training image, at random, is seen in a mirror.") @Default("false")
        boolean mirror,
    @Doc("What becomes of a file that is no image, or a damaged one.") @Default("error")
        BadFiles badFiles,
    @Doc(
            "Whether decoded images stay in memory, a byte for each pixel of each channel. If not,"
                + " they are decoded again in each epoch, by other threads than those that train."
                + " If left out: if they take less than half of what the JVM may have.")
        @Nullable Boolean inMemory,
    @Doc("Which images are for training, validation and test.") @Default("{stratify: true}")
        Partition split)
    implements Dataset, CrossField {

  /** What is kept of the colours. */
  public enum Colors {
    @Doc("One channel: how bright a pixel is.")
    GRAY,
    @Doc("Three channels: red, green and blue.")
    COLOR
  }

  /** How an image of another shape fits. */
  public enum Fit {
    @Doc("It is stretched.")
    STRETCH,
    @Doc("It keeps its proportions, and what does not fit is cut off on both sides.")
    CROP,
    @Doc("It keeps its proportions, and gets black borders.")
    PAD,
    @Doc("It does not: it is a bad file.")
    EXACT
  }

  /** What becomes of a bad file. */
  public enum BadFiles {
    @Doc("It is reported, and nothing is trained.")
    ERROR,
    @Doc("It is left out; the run's record says how many were. Looking for them reads all images.")
    SKIP
  }

  @Override
  public List<Clash> clashes() {
    return split.clashesWithoutColumns().stream().map(what -> new Clash("split", what)).toList();
  }

  int height() {
    return size.get(0);
  }

  int width() {
    return size.get(size.size() - 1);
  }

  int channels() {
    return colors == Colors.GRAY ? 1 : 3;
  }

  @Override
  public DataSpec spec(DataFiles files) {
    ImageFolder found = found(files);
    ImageFolder used = badFiles == BadFiles.SKIP ? found.decoded(this, pixels -> {}) : found;
    Map<String, Integer> samples = new LinkedHashMap<>();
    used.parts(split).forEach((name, images) -> samples.put(name, images.length));
    return DataSpec.of(
        Shape.of(channels(), height(), width()), Shape.ofSymbols(found.classes().size()), samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    ImageFolder found = found(files);
    ImageSurvey survey = new ImageSurvey(this, staysInMemory(found.images().size()));
    ImageFolder used = found.decoded(this, survey::add);
    Map<String, int[]> parts = used.parts(split);
    Pixels all = survey.pixels(used, parts.getOrDefault(DataSpec.TRAIN, new int[0]));
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    parts.forEach(
        (name, rows) -> {
          boolean augmented = name.equals(DataSpec.TRAIN) && (shift > 0 || mirror);
          splits.put(name, augmented ? all.augmented(rows, seed) : all.plain(rows));
        });
    int skipped = found.images().size() - used.images().size();
    String note =
        skipped == 0 ? "" : ", %,d bad file%s left out".formatted(skipped, skipped == 1 ? "" : "s");
    Vocabulary classes = new Vocabulary(found.classes(), " ");
    return new Data(
        splits,
        folder + note,
        survey.digest(used),
        Map.of("target", classes),
        cells -> all.input(pixels(cells)));
  }

  private boolean staysInMemory(int images) {
    long bytes = (long) images * channels() * height() * width();
    return inMemory == null ? bytes < Runtime.getRuntime().maxMemory() / 2 : inMemory;
  }

  /** The pixels of the file that a user names. */
  private byte[] pixels(Map<String, String> cells) {
    String named = cells.get("input");
    if (named == null) {
      throw new DataException("there is no `input`, the name of an image's file");
    }
    try {
      return ImageFile.read(Path.of(named), this);
    } catch (IOException e) {
      throw new DataException("%s: %s".formatted(named, e.getMessage()));
    }
  }

  private ImageFolder found(DataFiles files) {
    Path path = files.locate(folder, Files::isDirectory);
    if (!Files.isDirectory(path)) {
      throw new DataException("the folder %s does not exist".formatted(path)).at("folder");
    }
    return ImageFolder.list(path, badFiles == BadFiles.ERROR);
  }
}
