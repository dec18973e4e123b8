package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.config.bind.CrossField.Clash;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.shape.Shape;
import dev.assay.testkit.DatasetKit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files, byte by byte, written and read again. */
class IdxTest {

  private static final Partition FIFTHS = new Partition(0.2, 0, true, 5, 2, null, null, 1);

  @TempDir Path folder;

  /** A file with the head of an IDX file, and some bytes behind it. */
  private static byte[] idx(int type, int[] lengths, byte... data) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * lengths.length + data.length);
    bytes.put((byte) 0).put((byte) 0).put((byte) type).put((byte) lengths.length);
    Arrays.stream(lengths).forEach(bytes::putInt);
    return bytes.put(data).array();
  }

  private static byte[] bytes(int... numbers) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) numbers[i];
    }
    return bytes;
  }

  private String write(String name, byte... content) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve(name));
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(file) : file) {
      out.write(content);
    }
    return name;
  }

  /** Three images of 2 by 1 pixels with the classes 0, 2 and 1. */
  private IdxFiles.Files images() throws IOException {
    return new IdxFiles.Files(
        write("images", idx(0x08, new int[] {3, 1, 2}, bytes(0, 255, 51, 102, 204, 153))),
        write("labels", idx(0x08, new int[] {3}, bytes(0, 2, 1))));
  }

  private static IdxFiles of(IdxFiles.Files train) {
    return of(Map.of("train", train), IdxFiles.Scaling.UNIT, null);
  }

  private static IdxFiles of(
      Map<String, IdxFiles.Files> files, IdxFiles.Scaling scale, @Nullable Partition split) {
    return new IdxFiles(files, null, null, null, scale, split);
  }

  private DataFiles here() {
    return new DataFiles(List.of(), folder);
  }

  private Batch all(IdxFiles idx, String split) {
    DataSpec spec = idx.spec(here());
    Data data = idx.open(here(), 1);
    assertThat(data.split(split).size()).isEqualTo(spec.samples(split));
    return Batches.inOrder(spec, data.split(split), 1000, Precision.DOUBLE).next();
  }

  @Test
  void itemsOfTwoAxesAreImagesAndBytesBecomeShares() throws IOException {
    IdxFiles idx = of(images());
    assertThat(idx.spec(here()).inputs().get(0).shape()).isEqualTo(Shape.of(1, 1, 2));
    assertThat(idx.spec(here()).targets().get(0).shape()).isEqualTo(Shape.ofSymbols(3));
    Batch batch = all(idx, "train");
    assertThat(batch.inputs().get(0).doubles())
        .containsExactly(new double[] {0, 1, 0.2, 0.4, 0.8, 0.6}, within(1e-15));
    assertThat(batch.targets().get(0).doubles()).containsExactly(0, 2, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "0x08, 1, 200, 0.7843137254901961",
    "0x09, 1, -100, -100",
    "0x0B, 2, -30000, -30000",
    "0x0C, 4, 2000000000, 2000000000",
    "0x0D, 4, -1.5, -1.5",
    "0x0E, 8, 1e-300, 1e-300"
  })
  void everyTypeOfNumberIsRead(String type, int size, double number, double read)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocate(size);
    switch (type) {
      case "0x0B" -> data.putShort((short) number);
      case "0x0C" -> data.putInt((int) number);
      case "0x0D" -> data.putFloat((float) number);
      case "0x0E" -> data.putDouble(number);
      default -> data.put((byte) number);
    }
    byte[] file = idx(Integer.decode(type), new int[] {1}, data.array());
    IdxFiles idx = of(new IdxFiles.Files(write("numbers", file), null));
    assertThat(idx.spec(here()).inputs().get(0).shape()).isEqualTo(Shape.of(1));
    Batch batch = all(idx, "train");
    assertThat(batch.inputs().get(0).doubles()).containsExactly(read);
    assertThat(batch.targets().get(0).doubles()).containsExactly(read); // said again
  }

  @Test
  void wholeTargetsAreClassesAndOthersNumbersAndPackedFilesAreTheSame() throws IOException {
    byte[] inputs = idx(0x09, new int[] {2, 3}, bytes(1, 2, 3, -4, -5, -6));
    ByteBuffer numbers = ByteBuffer.allocate(8).putFloat(0.5f).putFloat(-2);
    IdxFiles idx =
        of(
            new IdxFiles.Files(
                write("in.gz", inputs), write("out", idx(0x0D, new int[] {2}, numbers.array()))));
    assertThat(idx.spec(here()).inputs().get(0).shape()).isEqualTo(Shape.of(3));
    assertThat(idx.spec(here()).targets().get(0).shape()).isEqualTo(Shape.of(1));
    assertThat(all(idx, "train").targets().get(0).doubles()).containsExactly(0.5, -2);
    assertThat(all(idx, "train").inputs().get(0).row(1)).containsExactly(-4, -5, -6);
  }

  @Test
  void numbersAreStandardisedByTheTrainingPart() throws IOException {
    Map<String, IdxFiles.Files> files = new LinkedHashMap<>();
    files.put("train", new IdxFiles.Files(write("a", idx(9, new int[] {2}, bytes(1, 3))), null));
    files.put("far", new IdxFiles.Files(write("b", idx(9, new int[] {1}, bytes(12))), null));
    IdxFiles idx = of(files, IdxFiles.Scaling.STANDARDIZE, null);
    assertThat(all(idx, "train").inputs().get(0).doubles()).containsExactly(-1, 1);
    assertThat(all(idx, "far").inputs().get(0).doubles()).containsExactly(10);
    assertThat(idx.spec(here()).samples())
        .containsExactly(Map.entry("train", 2), Map.entry("far", 1));
  }

  @Test
  void foldsAreStratified() throws IOException {
    int[] labels = new int[50];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i < 20 ? 0 : 1;
    }
    IdxFiles.Files files =
        new IdxFiles.Files(
            write("in", idx(8, new int[] {50, 1}, bytes(labels))),
            write("out", idx(8, new int[] {50}, bytes(labels))));
    IdxFiles idx = of(Map.of("train", files), IdxFiles.Scaling.NONE, FIFTHS);
    double[] tested = all(idx, "test").targets().get(0).doubles();
    assertThat(tested).hasSize(10);
    assertThat(Arrays.stream(tested).sum()).isEqualTo(6);
  }

  private void isRefused(IdxFiles idx, String message) {
    assertThatThrownBy(() -> idx.spec(here()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((DataException) e).key()).isEqualTo("files"));
  }

  private void isRefused(byte[] file, String message) throws IOException {
    isRefused(of(new IdxFiles.Files(write("bad", file), null)), folder.resolve("bad") + message);
  }

  @Test
  void aDamagedFileIsToldWithItsBytes() throws IOException {
    isRefused(bytes(0, 0, 8), " is no IDX file: it has 3 bytes, and the head alone has 4");
    isRefused(
        "PK what is this".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        " is no IDX file: it begins with the bytes 0x50 0x4b, and not with two zeros");
    isRefused(
        bytes(0, 0, 7, 1, 0, 0, 0, 1, 0),
        " is no IDX file: byte 2, the type of its numbers, is 0x07");
    isRefused(bytes(0, 0, 8, 0), " is no IDX file: byte 3 says that it has 0 axes, of 1 to 8");
    isRefused(
        bytes(0, 0, 8, 2, 0, 0, 0, 1, 0),
        " is cut off in its head: it ends before byte 9, and its 2 axes take 12 bytes");
    isRefused(idx(8, new int[] {3, 0}), " is no IDX file: axis 2 has the length 0 (byte 8)");
    isRefused(
        idx(0x0B, new int[] {3, 2}, bytes(1, 2, 3, 4, 5)),
        " is cut off: its head says 3 x 2 numbers of 2 bytes, which end with byte 24, and it has 17 bytes");
    isRefused(
        idx(8, new int[] {1}, bytes(1, 2)),
        " is too long: its head says 1 numbers of 1 bytes, which end with byte 9, and it has 10 bytes");
  }

  @Test
  void aDamagedPackedFileIsTold() throws IOException {
    images();
    String whole = write("whole.gz", Files.readAllBytes(folder.resolve("images")));
    byte[] packed = Files.readAllBytes(folder.resolve(whole));
    isRefused(Arrays.copyOf(packed, packed.length - 10), " is a damaged gzip file");
  }

  @Test
  void filesThatDoNotGoTogetherAreToldByName() throws IOException {
    IdxFiles.Files images = images();
    String few = write("few", idx(8, new int[] {2}, bytes(0, 1)));
    isRefused(
        of(new IdxFiles.Files("images", few)),
        "%s has 3 items (byte 4), and %s has targets for 2"
            .formatted(folder.resolve("images"), folder.resolve("few")));
    String other = write("other", idx(8, new int[] {2, 2, 2}, new byte[8]));
    Map<String, IdxFiles.Files> both = new LinkedHashMap<>();
    both.put("train", images);
    both.put("test", new IdxFiles.Files(other, few));
    isRefused(
        of(both, IdxFiles.Scaling.UNIT, null),
        "%s has items of [2, 2], and %s of [1, 2]"
            .formatted(folder.resolve("other"), folder.resolve("images")));
    isRefused(of(new IdxFiles.Files("none", null)), "there is no file " + folder.resolve("none"));
  }

  @Test
  void aClassOutOfRangeIsToldWithItsItemAndByte() throws IOException {
    IdxFiles.Files images = images();
    IdxFiles idx =
        new IdxFiles(Map.of("train", images), null, 2, null, IdxFiles.Scaling.UNIT, null);
    isRefused(idx, "labels, item 2 (byte 9): 2 is none of the 2 classes 0 to 1");
    ByteBuffer nan = ByteBuffer.allocate(8).putFloat(1).putFloat(Float.NaN);
    isRefused(
        idx(0x0D, new int[] {2}, nan.array()),
        ", item 2 (byte 12): NaN is no number to compute with");
  }

  @Test
  void keysThatDoNotFitAreTold() throws IOException {
    IdxFiles.Files images = images();
    Map<String, IdxFiles.Files> files = new LinkedHashMap<>();
    files.put("test", images);
    files.put("more", new IdxFiles.Files("images", null));
    IdxFiles idx =
        of(files, IdxFiles.Scaling.UNIT, new Partition(0.2, 0, false, null, 1, "who", null, 1));
    assertThat(idx.clashes())
        .containsExactly(
            new Clash("files", "there are no files for `train`"),
            new Clash("files", "either all splits have `targets`, or none has"),
            new Clash("split", "`who` is a column, and there are none"),
            new Clash("split", "`test` has files of its own already"));
  }

  @TestFactory
  Stream<DynamicTest> conforms() throws IOException {
    byte[] pixels = new byte[60 * 12];
    new java.util.Random(1).nextBytes(pixels);
    int[] labels = new java.util.Random(1).ints(60, 0, 4).toArray();
    write("images.gz", idx(8, new int[] {60, 4, 3}, pixels));
    write("labels", idx(8, new int[] {60}, bytes(labels)));
    String pair = "inputs: '%1$s/images.gz', targets: '%1$s/labels'".formatted(folder);
    return Stream.of(
            "{type: idx, files: {train: {%s}}}",
            "{type: idx, files: {train: {%s}}, split: {stratify: true, validation: 0.2}}",
            "{type: idx, files: {train: {%s}, more: {%<s}}, symbols: 256, classes: 9, split: {folds: 3}}")
        .flatMap(keys -> DatasetKit.tests(keys.formatted(pair)));
  }
}
