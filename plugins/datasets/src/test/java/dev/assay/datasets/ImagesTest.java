package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.shape.Shape;
import dev.assay.testkit.DatasetKit;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, written and read again. */
class ImagesTest {

  private static final Partition HALF = new Partition(0.5, 0, true, null, 1, null, null, 1);

  @TempDir Path folder;

  private void image(String name, int width, int height, Color... colors) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, colors[i % colors.length].getRGB());
    }
    ImageIO.write(image, name.endsWith(".png") ? "png" : "jpg", file.toFile());
  }

  private Images images(int side, Images.Colors colors, Images.Fit fit, Images.BadFiles bad) {
    return new Images(
        folder.toString(), List.of(side), colors, fit, false, 0, false, bad, null, HALF);
  }

  private Batch first(Images images, String split) {
    DataFiles files = new DataFiles(List.of(), folder);
    DataSpec spec = images.spec(files);
    Data data = images.open(files, 1);
    assertThat(data.split(split).size()).isEqualTo(spec.samples(split));
    return Batches.inOrder(spec, data.split(split), 100, Precision.DOUBLE).next();
  }

  @Test
  void everyFolderIsAClassAndPixelsAreChannelsOfRows() throws IOException {
    image("train/blue/a.png", 2, 2, Color.BLUE, Color.WHITE);
    image("train/red/a.png", 2, 2, Color.RED, Color.BLACK);
    image("test/red/b.png", 2, 2, Color.RED);
    Images images = images(2, Images.Colors.COLOR, Images.Fit.STRETCH, Images.BadFiles.ERROR);
    DataSpec spec = images.spec(new DataFiles(List.of(), folder));
    assertThat(spec.inputs().get(0).shape()).isEqualTo(Shape.of(3, 2, 2));
    assertThat(spec.targets().get(0).shape()).isEqualTo(Shape.ofSymbols(2));
    Batch train = first(images, "train");
    assertThat(train.targets().get(0).doubles()).containsExactly(0, 1);
    assertThat(train.inputs().get(0).row(0)).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1);
    assertThat(train.inputs().get(0).row(1)).containsExactly(1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(first(images, "test").targets().get(0).doubles()).containsExactly(1);
  }

  @Test
  void anImageOfAnotherShapeIsStretchedCutOrPadded() throws IOException {
    image("train/x/wide.png", 8, 4, Color.WHITE);
    image("test/x/wide.png", 8, 4, Color.WHITE);
    double[] padded =
        first(images(4, Images.Colors.GRAY, Images.Fit.PAD, Images.BadFiles.ERROR), "train")
            .inputs()
            .get(0)
            .doubles();
    assertThat(padded).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
    for (Images.Fit fit : List.of(Images.Fit.CROP, Images.Fit.STRETCH)) {
      assertThat(
              first(images(4, Images.Colors.GRAY, fit, Images.BadFiles.ERROR), "train")
                  .inputs()
                  .get(0)
                  .doubles())
          .containsOnly(1);
    }
  }

  @Test
  void badFilesAreToldByNameOrLeftOut() throws IOException {
    for (int i = 0; i < 4; i++) {
      image("x/%d.png".formatted(i), 2, 2, Color.WHITE);
    }
    Files.writeString(folder.resolve("x/no.png"), "this is no image");
    byte[] cut = Files.readAllBytes(folder.resolve("x/3.png"));
    Files.write(folder.resolve("x/cut.png"), java.util.Arrays.copyOf(cut, cut.length / 2));
    Images strict = images(2, Images.Colors.GRAY, Images.Fit.STRETCH, Images.BadFiles.ERROR);
    assertThatThrownBy(() -> strict.open(new DataFiles(List.of(), folder), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x/no.png (no image of a known format)")
        .hasMessageContaining("x/cut.png (damaged");
    Images lenient = images(2, Images.Colors.GRAY, Images.Fit.STRETCH, Images.BadFiles.SKIP);
    assertThat(first(lenient, "train").size()).isEqualTo(2);
    assertThat(lenient.open(new DataFiles(List.of(), folder), 1).source())
        .endsWith("2 bad files left out");
  }

  @Test
  void imagesThatDoNotStayInMemoryAreReadAheadAndAreTheSame() throws IOException {
    for (int i = 0; i < 23; i++) {
      Color gray = new Color(10 * i, 10 * i, 10 * i);
      image("train/x/%d.png".formatted(i), 2, 2, gray, Color.WHITE);
      image("test/x/%d.png".formatted(i), 2, 2, gray);
    }
    List<Data> read = Stream.of(true, false).map(this::standardised).toList();
    assertThat(read.get(0).digest()).isEqualTo(read.get(1).digest());
    assertThat(read.get(0).split("train").isSlow()).isFalse();
    assertThat(read.get(1).split("train").isSlow()).isTrue();
    List<List<double[]>> seen = read.stream().map(data -> passes(data.split("train"))).toList();
    assertThat(seen.get(1)).hasSize(2 * 6);
    assertThat(seen.get(1).get(5)).hasSize(3 * 4);
    for (int i = 0; i < seen.get(1).size(); i++) {
      assertThat(seen.get(1).get(i)).containsExactly(seen.get(0).get(i));
    }
    Files.delete(folder.resolve("train/x/7.png"));
    assertThatThrownBy(() -> passes(read.get(1).split("train")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("7.png was an image when the run began (not there)");
  }

  private Data standardised(boolean inMemory) {
    return images(inMemory).open(new DataFiles(List.of(), folder), 3);
  }

  private Images images(boolean inMemory) {
    return new Images(
        folder.toString(),
        List.of(2),
        Images.Colors.GRAY,
        Images.Fit.STRETCH,
        true,
        1,
        true,
        Images.BadFiles.ERROR,
        inMemory,
        HALF);
  }

  /** The pixels of the batches of two passes, moved and mirrored. */
  private List<double[]> passes(Data.Split split) {
    DataSpec spec = images(true).spec(new DataFiles(List.of(), folder));
    List<double[]> seen = new ArrayList<>();
    for (int pass = 1; pass <= 2; pass++) {
      split.startEpoch(pass);
      Batches batches = Batches.shuffled(spec, split, 4, Precision.DOUBLE, 1, pass);
      while (batches.hasNext()) {
        seen.add(batches.next().inputs().get(0).all());
      }
    }
    return seen;
  }

  @Test
  void imagesInOtherFormatsAndFoldersWithinAClassAreBadFiles() throws IOException {
    image("x/a.png", 2, 2, Color.WHITE);
    image("x/b.png", 2, 2, Color.WHITE);
    image("x/more/c.png", 2, 2, Color.WHITE);
    Files.writeString(folder.resolve("x/d.webp"), "RIFF");
    Files.writeString(folder.resolve("x/readme.txt"), "not meant to be an image");
    Images strict = images(2, Images.Colors.GRAY, Images.Fit.STRETCH, Images.BadFiles.ERROR);
    assertThatThrownBy(() -> strict.open(new DataFiles(List.of(), folder), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x/d.webp (not one of .png, .jpg")
        .hasMessageContaining("x/more (a folder)")
        .hasMessageNotContaining("readme");
    Images lenient = images(2, Images.Colors.GRAY, Images.Fit.STRETCH, Images.BadFiles.SKIP);
    assertThat(lenient.open(new DataFiles(List.of(), folder), 1).source())
        .endsWith("2 bad files left out");
  }

  /** As in gray and in RGB, where 100 is 100. */
  @Test
  void grayWithTransparencyIsAsBrightAsWithout() throws IOException {
    for (String name : List.of("x/a.png", "x/b.png")) {
      Files.createDirectories(folder.resolve("x"));
      ImageIO.write(gray(100), "png", folder.resolve(name).toFile());
    }
    Images images = images(2, Images.Colors.COLOR, Images.Fit.STRETCH, Images.BadFiles.ERROR);
    assertThat(first(images, "train").inputs().get(0).doubles())
        .containsOnly(new double[] {100 / 255.0}, within(1e-6));
  }

  /** Two pixels of a shade, opaque, as a PNG file has them with a channel of transparency. */
  private static BufferedImage gray(int shade) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(2, 2);
    raster.setPixels(0, 0, 2, 2, new int[] {shade, 255, shade, 255, shade, 255, shade, 255});
    return new BufferedImage(model, raster, false, null);
  }

  @Test
  void inkTakesColourAway() {
    ColorModel model =
        new ComponentColorModel(
            new Inks(), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
    raster.setPixels(0, 0, 1, 1, new int[] {0, 51, 255, 51});
    BufferedImage image = new BufferedImage(model, raster, false, null);
    // 255 (1 - ink) (1 - black), with 51 a fifth of 255
    assertThat(new Color(Shades.plain(image).getRGB(0, 0))).isEqualTo(new Color(204, 163, 0));
  }

  /** Cyan, magenta, yellow and black. */
  private static final class Inks extends ColorSpace {
    private static final long serialVersionUID = 1;

    Inks() {
      super(ColorSpace.TYPE_CMYK, 4);
    }

    @Override
    public float[] toRGB(float[] color) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromRGB(float[] color) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] toCIEXYZ(float[] color) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromCIEXYZ(float[] color) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void aLineIsStillOneWhenItIsPadded() throws IOException {
    image("x/a.png", 300, 1, Color.WHITE);
    image("x/b.png", 300, 1, Color.WHITE);
    Images images = images(4, Images.Colors.GRAY, Images.Fit.PAD, Images.BadFiles.ERROR);
    double[] pixels = first(images, "train").inputs().get(0).doubles();
    assertThat(DoubleStream.of(pixels).filter(pixel -> pixel == 1)).hasSize(4);
  }

  @Test
  void aFolderWithoutImagesIsSaid() {
    assertThatThrownBy(
            () ->
                images(2, Images.Colors.GRAY, Images.Fit.STRETCH, Images.BadFiles.ERROR)
                    .spec(new DataFiles(List.of(), folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no folders with images");
  }

  @Test
  void trainingImagesAreMovedAndMirroredAnewInEachEpochAndTheSameBySeed() throws IOException {
    image("train/x/a.png", 3, 1, Color.WHITE, Color.BLACK, Color.BLACK);
    image("test/x/a.png", 3, 1, Color.WHITE, Color.BLACK, Color.BLACK);
    Images images =
        new Images(
            folder.toString(),
            List.of(1, 3),
            Images.Colors.GRAY,
            Images.Fit.STRETCH,
            false,
            0,
            true,
            Images.BadFiles.ERROR,
            null,
            HALF);
    DataFiles files = new DataFiles(List.of(), folder);
    DataSpec spec = images.spec(files);
    List<List<Double>> seen =
        Stream.of(0, 0).map(again -> epochs(images.open(files, 5), spec)).toList();
    assertThat(seen.get(0)).isEqualTo(seen.get(1)).contains(0.0, 1.0);
  }

  /** The left pixel in each of 20 epochs. */
  private static List<Double> epochs(Data data, DataSpec spec) {
    return java.util.stream.IntStream.rangeClosed(1, 20)
        .mapToObj(
            epoch -> {
              data.split("train").startEpoch(epoch);
              return Batches.inOrder(spec, data.split("train"), 1, Precision.DOUBLE)
                  .next()
                  .inputs()
                  .get(0)
                  .get(0);
            })
        .toList();
  }

  @Test
  void channelsAreStandardisedByTheTrainingImages() throws IOException {
    image("train/x/a.png", 1, 2, Color.WHITE, Color.BLACK);
    image("test/x/a.png", 1, 2, Color.WHITE);
    Images images =
        new Images(
            folder.toString(),
            List.of(2, 1),
            Images.Colors.GRAY,
            Images.Fit.STRETCH,
            true,
            0,
            false,
            Images.BadFiles.ERROR,
            null,
            HALF);
    assertThat(first(images, "train").inputs().get(0).doubles())
        .containsExactly(new double[] {1, -1}, within(1e-12));
    assertThat(first(images, "test").inputs().get(0).doubles())
        .containsExactly(new double[] {1, 1}, within(1e-12));
  }

  @Test
  void conforms() throws Throwable {
    for (int i = 0; i < 6; i++) {
      image("x/%d.png".formatted(i), 5, 4, Color.WHITE, Color.RED);
      image("y/%d.jpg".formatted(i), 5, 4, Color.GREEN, Color.BLUE);
    }
    for (var test :
        DatasetKit.tests("{type: images, folder: '%s', size: 6, shift: 1}".formatted(folder))
            .toList()) {
      test.getExecutable().execute();
    }
  }
}
