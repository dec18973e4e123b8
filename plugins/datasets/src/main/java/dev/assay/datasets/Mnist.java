package dev.assay.datasets;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Handwritten digits (<a href="https://doi.org/10.1109/5.726791">LeCun et al. 1998</a>): 60,000
 * images to train on and 10,000 to test on, 28 by 28 pixels from 0 (paper) to 1 (ink) unless they
 * are standardised, and ten classes. Those of an image that is a target always are from 0 to 1.
 *
 * <p>A user's own folder {@code mnist} with the four files comes before the copy that travels
 * inside this plugin. Every file's digest is checked.
 */
@Doc("Handwritten digits: 60,000 images to train on and 10,000 to test on, 28 by 28 pixels.")
public record Mnist(
    @Doc("A folder with the four IDX files; the copy that travels with Assay if left out.")
        @FilePath
        @Nullable String folder,
    @Doc(value = "How many of the training images to use, from the first on.", unit = "images")
        @Default("60000")
        @Positive
        @Max(60000)
        int train,
    @Doc(value = "How many of the test images to use, from the first on.", unit = "images")
        @Default("10000")
        @Positive
        @Max(10000)
        int test,
    @Doc(
            value =
                "How many of the training images, the last of them, are for validation instead.",
            unit = "images")
        @Default("0")
        @PositiveOrZero
        int validation,
    @Doc(value = "Empty pixels on each side of an image.", unit = "pixels")
        @Default("0")
        @PositiveOrZero
        @Max(100)
        int pad,
    @Doc(
            value =
                "How far digits are moved in a further split, `shifted`, which has the test images"
                    + " once more; no such split if left out.",
            unit = "pixels")
        @Positive
        @Nullable Integer shift,
    @Doc(
            "Whether pixels are standardised by the mean and deviation of the training images'; from"
                + " 0 to 1 if not.")
        @Default("false")
        boolean standardize,
    @Doc("What is to be said of an image, if that is several things or not just the digit.")
        List<Target> targets)
    implements Dataset {

  /** What can be said of an image. */
  public enum Target {
    @Doc("The digit, one of ten classes.")
    DIGIT,
    @Doc("Whether the digit is even or odd: one of two classes, 0 for even.")
    PARITY,
    @Doc("The image itself, for networks that are to draw it again.")
    IMAGE;

    private Field field(int side) {
      Shape shape =
          switch (this) {
            case DIGIT -> Shape.ofSymbols(CLASSES);
            case PARITY -> Shape.ofSymbols(2);
            case IMAGE -> Shape.of(1, side, side);
          };
      return new Field(name().toLowerCase(Locale.ROOT), shape);
    }
  }

  private static final String INSIDE = "mnist";
  private static final int CLASSES = 10;
  private static final String SHIFTED = "shifted";

  /** The files and the SHA-256 of their unpacked content. */
  private enum Part {
    TRAIN_IMAGES(
        "train-images-idx3-ubyte",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS(
        "train-labels-idx1-ubyte",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES(
        "t10k-images-idx3-ubyte",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS(
        "t10k-labels-idx1-ubyte",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String file;
    private final String sha256;

    Part(String file, String sha256) {
      this.file = file;
      this.sha256 = sha256;
    }
  }

  @Override
  public DataSpec spec(DataFiles files) {
    Path own = ownFolder(files);
    if (own != null && !Files.isDirectory(own)) {
      throw new DataException("the folder %s does not exist".formatted(own)).at("folder");
    }
    Map<String, Integer> samples = new LinkedHashMap<>();
    requireTraining();
    samples.put(DataSpec.TRAIN, train - validation);
    if (validation > 0) {
      samples.put("validation", validation);
    }
    samples.put("test", test);
    if (shift != null) {
      requireRoom(shift);
      samples.put(SHIFTED, test);
    }
    int side = MnistImages.SIDE + 2 * pad;
    Shape image = Shape.of(1, side, side);
    if (targets.isEmpty()) {
      return DataSpec.of(image, Shape.ofSymbols(CLASSES), samples);
    }
    if (Set.copyOf(targets).size() < targets.size()) {
      throw new DataException("a target is there twice: " + targets).at("targets");
    }
    List<Field> fields = targets.stream().map(target -> target.field(side)).toList();
    return new DataSpec(List.of(new Field("input", image)), fields, samples);
  }

  private void requireTraining() {
    if (validation >= train) {
      throw new DataException(
              "`validation` is %,d of the %,d training images, and leaves none to train on"
                  .formatted(validation, train))
          .at("validation");
    }
  }

  private void requireRoom(int moved) {
    if (moved > pad) {
      throw new DataException(
          "`shift` moves digits by up to %d pixels, and `pad` leaves room for %d"
              .formatted(moved, pad));
    }
  }

  private @Nullable Path ownFolder(DataFiles files) {
    return folder != null ? files.resolve(folder) : files.find(INSIDE).orElse(null);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    Path own = ownFolder(files);
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    Idx training = read(own, Part.TRAIN_IMAGES);
    IdxScale scale =
        standardize
            ? IdxScale.standard(training, IntStream.range(0, train - validation).toArray())
            : IdxScale.OF_BYTES;
    MnistImages tested =
        images(read(own, Part.TEST_IMAGES), read(own, Part.TEST_LABELS), test, scale);
    MnistImages trained = images(training, read(own, Part.TRAIN_LABELS), train, scale);
    splits.put(DataSpec.TRAIN, trained.some(0, train - validation));
    if (validation > 0) {
      splits.put("validation", trained.some(train - validation, validation));
    }
    splits.put("test", tested);
    if (shift != null) {
      splits.put(SHIFTED, tested.moved(shift, seed));
    }
    String digest = Digests.sha256(content(seed).getBytes(StandardCharsets.UTF_8));
    return new Data(splits, own == null ? "built in" : own.toString(), digest);
  }

  /** What determines every pixel. */
  private String content(long seed) {
    String plain = Part.TRAIN_IMAGES.sha256 + Part.TEST_IMAGES.sha256 + train + test;
    String divided = validation == 0 ? plain : plain + " validation " + validation;
    String padded = pad == 0 ? divided : divided + " pad " + pad;
    String shifted = shift == null ? padded : padded + " shift " + shift + " seed " + seed;
    String scaled = standardize ? shifted + " standardized" : shifted;
    return targets.isEmpty() ? scaled : scaled + " " + targets;
  }

  private MnistImages images(Idx images, Idx labels, int size, IdxScale scale) {
    return MnistImages.centred(images, labels, size, pad, scale, wanted());
  }

  private List<Target> wanted() {
    return targets.isEmpty() ? List.of(Target.DIGIT) : targets;
  }

  private static Idx read(@Nullable Path own, Part part) {
    return Idx.parse(DataFile.read(own, INSIDE, part.file).verified(part.sha256));
  }
}
