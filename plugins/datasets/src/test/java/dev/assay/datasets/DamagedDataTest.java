package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people have on their disks: each damage is told with its place, or left out and counted. */
class DamagedDataTest {

  private static final int SIDE = 16;
  private static final Partition HALF = new Partition(0.5, 0, true, null, 1, null, null, 1);
  private static final Partition ALL = new Partition(0, 0, false, null, 1, null, null, 1);

  @TempDir Path folder;

  private DataFiles here() {
    return new DataFiles(List.of(), folder);
  }

  @BeforeEach
  void goodImages() throws IOException {
    Random random = new Random(1);
    for (String name : List.of("a/1.png", "a/2.png", "b/1.jpg", "b/2.jpg")) {
      BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < SIDE * SIDE; i++) {
        image.setRGB(i % SIDE, i / SIDE, random.nextInt());
      }
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(image, name.substring(name.length() - 3), file.toFile());
    }
  }

  private Images images(Images.BadFiles bad, Images.Fit fit) {
    return new Images(
        folder.toString(),
        List.of(SIDE),
        Images.Colors.GRAY,
        fit,
        false,
        0,
        false,
        bad,
        null,
        HALF);
  }

  private Images strict() {
    return images(Images.BadFiles.ERROR, Images.Fit.STRETCH);
  }

  private Images lenient() {
    return images(Images.BadFiles.SKIP, Images.Fit.STRETCH);
  }

  private void isToldOrLeftOut(String file, String why) {
    assertThatThrownBy(() -> strict().open(here(), 1))
        .isInstanceOf(DataException.class)
        .hasMessage("%s has bad files: %s (%s)".formatted(folder, file, why))
        .satisfies(e -> assertThat(((DataException) e).hint()).contains("bad_files: skip"));
    assertThat(lenient().open(here(), 1).source()).endsWith(", 1 bad file left out");
    DataSpec spec = lenient().spec(here());
    assertThat(spec.samples().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
  }

  private void cut(String from, String to, double share) throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(from));
    Files.write(folder.resolve(to), Arrays.copyOf(whole, (int) (share * whole.length)));
  }

  @Test
  void aBrokenPng() throws IOException {
    cut("a/1.png", "a/broken.png", 0.5);
    isToldOrLeftOut("a/broken.png", "damaged: Error reading PNG metadata");
  }

  @Test
  void aJpegThatIsCutOff() throws IOException {
    cut("b/1.jpg", "b/cut.jpg", 0.98);
    isToldOrLeftOut("b/cut.jpg", "damaged: Truncated File - Missing EOI marker");
  }

  @Test
  void aFileOfNoBytes() throws IOException {
    cut("a/1.png", "a/zero.png", 0);
    isToldOrLeftOut("a/zero.png", "empty");
  }

  @Test
  void aTextThatIsCalledAnImage() throws IOException {
    Files.writeString(folder.resolve("b/text.jpg"), "hello");
    isToldOrLeftOut("b/text.jpg", "no image of a known format");
  }

  @Test
  void aFolderThatIsCalledAnImage() throws IOException {
    Files.createDirectory(folder.resolve("a/sub.png"));
    isToldOrLeftOut("a/sub.png", "a folder");
  }

  @Test
  void anImageThatClaimsToBeHuge() throws IOException {
    byte[] huge = Files.readAllBytes(folder.resolve("a/1.png"));
    huge[16] = 0x7f; // the first byte of its width
    Files.write(folder.resolve("a/huge.png"), huge);
    assertThatThrownBy(() -> strict().open(here(), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a/huge.png (damaged: ");
  }

  @Test
  void anImageOfAnotherSizeWhereThatIsNotMeantToBe() throws IOException {
    BufferedImage wide = new BufferedImage(2 * SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(wide, "png", folder.resolve("a/wide.png").toFile());
    assertThatThrownBy(() -> images(Images.BadFiles.ERROR, Images.Fit.EXACT).open(here(), 1))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("a/wide.png (16x32 pixels, and not 16x16)");
    assertThat(images(Images.BadFiles.SKIP, Images.Fit.EXACT).open(here(), 1).source())
        .endsWith(", 1 bad file left out");
    assertThat(strict().open(here(), 1).source()).doesNotContain("left out");
  }

  @Test
  void aClassWithoutImages() throws IOException {
    Files.createDirectory(folder.resolve("c"));
    Files.createDirectory(folder.resolve(".cache"));
    assertThatThrownBy(() -> strict().spec(here()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "%s has folders without images, which would be classes without samples: c"
                .formatted(folder));
    assertThat(lenient().spec(here()).targets().get(0).shape().symbols()).isEqualTo(2);
  }

  @Test
  void manyBadFilesAreCounted() throws IOException {
    for (int i = 0; i < 7; i++) {
      Files.writeString(folder.resolve("a/%d.gif".formatted(i)), "");
    }
    assertThatThrownBy(() -> strict().open(here(), 1))
        .hasMessageContaining("a/4.gif (empty) ... and 2 more");
    assertThat(lenient().open(here(), 1).source()).endsWith(", 7 bad files left out");
  }

  private Csv csv(String text, Charset charset, Csv.BadRows bad) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, text.getBytes(charset));
    Map<String, Column> inputs = new LinkedHashMap<>();
    inputs.put("x", Column.NUMBER);
    return new Csv(
        file.toString(),
        ",",
        inputs,
        Map.of(),
        Map.of("y", Column.CATEGORY),
        List.of("", "NA"),
        Csv.Missing.ERROR,
        bad,
        ALL,
        Map.of());
  }

  private int rows(String text) throws IOException {
    return csv(text, StandardCharsets.UTF_8, Csv.BadRows.ERROR)
        .open(here(), 1)
        .split("train")
        .size();
  }

  private void isRefused(String text, Charset charset, String message) throws IOException {
    Csv csv = csv(text, charset, Csv.BadRows.ERROR);
    assertThatThrownBy(() -> csv.spec(here()))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("table.csv") + " " + message);
  }

  private void isRefused(String text, String message) throws IOException {
    isRefused(text, StandardCharsets.UTF_8, message);
  }

  @ParameterizedTest
  @CsvSource({
    "'1', '1 cells, and the header has 2'",
    "'1,a,2', '3 cells, and the header has 2'",
    "'one,a', '`x` is no number: `one`'",
    "'1d,a', '`x` is no number: `1d`'",
    "'0x1p3,a', '`x` is no number: `0x1p3`'",
    "'1e999,a', '`x` is no number: `1e999`'",
    "'NA,a', '`x` is missing'",
    "'1,', '`y` is missing'"
  })
  void aBadRowIsToldWithItsLineOrLeftOut(String row, String why) throws IOException {
    String text = "x,y\r\n1,a\r\n2,b\r\n" + row + "\r\n3,a\r\n";
    isRefused(text, "has bad rows: line 4: " + why);
    Csv lenient = csv(text, StandardCharsets.UTF_8, Csv.BadRows.SKIP);
    assertThat(lenient.spec(here()).samples()).containsExactly(Map.entry("train", 3));
    assertThat(lenient.open(here(), 1).source()).endsWith(", 1 bad rows left out");
  }

  @Test
  void whatOtherProgramsWriteIsRead() throws IOException {
    assertThat(rows("x,y\n1,a\n2,b\n")).isEqualTo(2);
    assertThat(rows("\uFEFFx,y\r\n1,a\r\n2,b\r\n")).isEqualTo(2);
    assertThat(rows("x,y\r1,a\r2,b")).isEqualTo(2);
    assertThat(rows("x,y\n1,a\n\n2,b\n\n\n")).isEqualTo(2);
    assertThat(rows("x, y\n 1 , a\n+2.5e-3,b\n.5,b")).isEqualTo(3);
    assertThat(rows("\"x\",\"y\"\n1,\"a \"\"b\"\", c\"\n2,\"two\nlines\"\n\"3\",5\"\" x\n"))
        .isEqualTo(3);
    assertThat(rows("x,y\n1,\"\"\"\"\n2,\"a\"\"\"\n")).isEqualTo(2);
  }

  @Test
  void aFileThatIsNoTable() throws IOException {
    isRefused("", "is empty: a table starts with the names of its columns");
    isRefused("x,y\n", "has no row that could be used");
    isRefused(
        "x,y\n1,a\n2,\"b\n3,a\n", "is no CSV file: line 3 opens a quote that is never closed");
    isRefused("x,x,y\n1,2,a\n", "has 2 columns `x`");
    Csv other = csv("x;y\n1;a\n", StandardCharsets.UTF_8, Csv.BadRows.ERROR);
    assertThatThrownBy(() -> other.spec(here()))
        .hasMessageEndingWith("table.csv has no column `x`")
        .satisfies(
            e ->
                assertThat(((DataException) e).hint())
                    .endsWith("Perhaps `separator: \";\"`, and not `,`."));
  }

  @Test
  void aFileInAnotherEncodingIsToldWithItsFirstWrongByte() throws IOException {
    isRefused(
        "x,y\n1,caf\u00e9\n",
        StandardCharsets.ISO_8859_1,
        "is no text in UTF-8: byte 9, in line 2, is 0xe9");
    isRefused(
        "x,y\n1,a\n", StandardCharsets.UTF_16, "is no text in UTF-8: byte 0, in line 1, is 0xfe");
  }

  @Test
  void aSplitThatLeavesNothing() throws IOException {
    Path file = folder.resolve("few.csv");
    Files.writeString(file, "x,y,part\n1,a,test\n2,b,test\n");
    Map<String, Column> inputs = Map.of("x", Column.NUMBER);
    Map<String, Column> targets = Map.of("y", Column.CATEGORY);
    for (Map.Entry<Partition, String> wrong :
        Map.of(
                new Partition(0, 0, false, null, 1, null, "part", 1),
                "none of the 2 samples is left to train on",
                new Partition(0, 0, false, 3, 1, null, null, 1),
                "there are 3 folds, and 2 samples to make them of",
                new Partition(0, 0, false, 3, 1, "part", null, 1),
                "there are 3 folds, and 1 groups of the same `part` to make them of")
            .entrySet()) {
      Csv csv =
          new Csv(
              file.toString(),
              ",",
              inputs,
              Map.of(),
              targets,
              List.of(),
              Csv.Missing.ERROR,
              Csv.BadRows.ERROR,
              wrong.getKey(),
              Map.of());
      assertThatThrownBy(() -> csv.spec(here()))
          .isInstanceOf(DataException.class)
          .hasMessage(wrong.getValue())
          .satisfies(e -> assertThat(((DataException) e).key()).isEqualTo("split"));
    }
  }
}
