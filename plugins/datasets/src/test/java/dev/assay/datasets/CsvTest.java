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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

  private static final Partition THIRD = new Partition(1 / 3.0, 0, true, null, 1, null, null, 1);
  private static final Partition GIVEN = new Partition(0.2, 0, false, null, 1, null, "part", 1);

  private static final String TABLE =
      """
      size,colour,part,kind
      1,red,train,a
      2,"blue, dark",train,b
      3,red,train,a
      10,red,test,b
      """;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> conforms() {
    String inputs =
        "inputs: {sepal_length: standardized, sepal_width: scaled, petal_length: number, petal_width: number}";
    return Stream.of(
            "{type: csv, file: iris/iris.csv, %s, targets: {species: category}}",
            "{type: csv, file: iris/iris.csv, %s, targets: {species: category}, split: {stratify: true, validation: 0.1}}",
            "{type: csv, file: iris/iris.csv, %s, targets: {species: category}, split: {folds: 5, fold: 3}}",
            "{type: csv, file: iris/iris.csv, %s, targets: {petal_width: number, species: category}, split: {group: sepal_width}}")
        .flatMap(keys -> DatasetKit.tests(keys.formatted(inputs)));
  }

  private Csv csv(String text, Csv.Missing fill, Csv.BadRows badRows, Partition split)
      throws IOException {
    return csv(text, fill, badRows, split, Map.of());
  }

  private Csv csv(
      String text, Csv.Missing fill, Csv.BadRows badRows, Partition split, Map<String, String> also)
      throws IOException {
    Path file = Files.createTempFile(folder, "table", ".csv");
    Files.writeString(file, text);
    Map<String, Column> inputs = new LinkedHashMap<>();
    inputs.put("size", Column.STANDARDIZED);
    inputs.put("colour", Column.CATEGORY);
    return new Csv(
        file.toString(),
        ",",
        inputs,
        Map.of(),
        Map.of("kind", Column.CATEGORY),
        List.of("", "NA"),
        fill,
        badRows,
        split,
        also);
  }

  private Batch batch(Csv csv, String split) {
    DataFiles files = new DataFiles(List.of(), folder);
    DataSpec spec = csv.spec(files);
    Data data = csv.open(files, 7);
    assertThat(data.split(split).size()).isEqualTo(spec.samples(split));
    return Batches.inOrder(spec, data.split(split), 100, Precision.DOUBLE).next();
  }

  @Test
  void numbersAreStandardisedByTheTrainingPartAndWordsBecomeFeatures() throws IOException {
    Csv csv = csv(TABLE, Csv.Missing.ERROR, Csv.BadRows.ERROR, GIVEN);
    assertThat(csv.spec(new DataFiles(List.of(), folder)).inputs().get(0).shape())
        .isEqualTo(Shape.of(3));
    double deviation = Math.sqrt(2 / 3.0); // of 1, 2 and 3
    double[] trained = batch(csv, "train").inputs().get(0).doubles();
    assertThat(trained)
        .containsExactly(
            new double[] {-1 / deviation, 0, 1, 0, 1, 0, 1 / deviation, 0, 1}, within(1e-12));
    Batch test = batch(csv, "test");
    assertThat(test.inputs().get(0).doubles())
        .containsExactly(new double[] {8 / deviation, 0, 1}, within(1e-12));
    assertThat(test.targets().get(0).doubles()).containsExactly(1);
  }

  @Test
  void aMissingNumberIsTheMeanOfTheTrainingPart() throws IOException {
    String holes = TABLE.replace("2,\"blue, dark\"", "NA,\"blue, dark\"").replace("10,", ",");
    Csv csv = csv(holes, Csv.Missing.MEAN, Csv.BadRows.ERROR, GIVEN);
    assertThat(batch(csv, "train").inputs().get(0).row(1)[0]).isZero();
    assertThat(batch(csv, "test").inputs().get(0).row(0)[0]).isZero();
  }

  @Test
  void badRowsAreToldWithTheirLinesOrLeftOut() throws IOException {
    String bad =
        TABLE + "many,red,train,a\n5,red,train\n6,red,elsewhere,a\n7,red,train,NA\n8,red,train,b\n";
    Csv strict = csv(bad, Csv.Missing.ERROR, Csv.BadRows.ERROR, GIVEN);
    assertThatThrownBy(() -> strict.spec(new DataFiles(List.of(), folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("line 6: `size` is no number: `many`")
        .hasMessageContaining("line 7: 3 cells, and the header has 4")
        .hasMessageContaining(
            "line 8: `part` is `elsewhere`, which is none of train, validation and test")
        .hasMessageContaining("line 9: `kind` is missing");
    Csv lenient = csv(bad, Csv.Missing.ERROR, Csv.BadRows.SKIP, GIVEN);
    assertThat(batch(lenient, "train").inputs().get(0).rows()).isEqualTo(4);
    assertThat(lenient.open(new DataFiles(List.of(), folder), 7).source())
        .endsWith("4 bad rows left out");
  }

  @Test
  void furtherFilesAreSplitsOfTheirOwnInTheMeasureOfTheTrainingPart() throws IOException {
    Path more = folder.resolve("more.csv");
    Files.writeString(more, "kind,colour,size\nb,red,4\n");
    Csv csv = csv(TABLE, Csv.Missing.ERROR, Csv.BadRows.ERROR, GIVEN, Map.of("more", "more.csv"));
    Batch batch = batch(csv, "more");
    assertThat(batch.inputs().get(0).doubles())
        .containsExactly(new double[] {2 / Math.sqrt(2 / 3.0), 0, 1}, within(1e-12));
    assertThat(batch.targets().get(0).doubles()).containsExactly(1);
    Files.writeString(more, "kind,colour,size\nb,red,4\nc,red,4\n");
    assertThatThrownBy(() -> csv.spec(new DataFiles(List.of(), folder)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "%s has bad rows: line 3: `kind` is `c`, which is none of the 2 words of"
                .formatted(more));
  }

  @Test
  void aColumnThatIsNotThereIsToldWithTheNearest() throws IOException {
    Csv csv = csv(TABLE.replace("size", "sizes"), Csv.Missing.ERROR, Csv.BadRows.ERROR, GIVEN);
    assertThatThrownBy(() -> csv.spec(new DataFiles(List.of(), folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no column `size`")
        .satisfies(e -> assertThat(((DataException) e).hint()).contains("did you mean `sizes`?"));
  }

  @Test
  void eachClassHasTheSameShareOfEachPart() {
    List<String> classes = IntStream.range(0, 90).mapToObj(i -> i < 60 ? "a" : "b").toList();
    Map<String, int[]> parts = THIRD.parts(90, classes);
    assertThat(Arrays.stream(parts.get("test")).filter(i -> i < 60)).hasSize(20);
    assertThat(Arrays.stream(parts.get("test")).filter(i -> i >= 60)).hasSize(10);
    assertThat(parts.get("train")).hasSize(60).doesNotContain(parts.get("test"));
  }

  @Test
  void everySampleIsInTheTestOfOneFold() {
    int[] tested = new int[50];
    for (int fold = 1; fold <= 4; fold++) {
      Map<String, int[]> parts =
          new Partition(0.2, 0, false, 4, fold, null, null, 1).parts(50, null);
      Arrays.stream(parts.get("test")).forEach(i -> tested[i]++);
    }
    assertThat(tested).containsOnly(1);
  }

  @Test
  void foldsAreOfTheSameSizeAndHaveTheSameShareOfEachClass() {
    List<String> classes = IntStream.range(0, 53).mapToObj(i -> "class " + i % 7).toList();
    for (int fold = 1; fold <= 5; fold++) {
      Partition partition = new Partition(0.2, 0, true, 5, fold, null, null, 1);
      int[] tested = Objects.requireNonNull(partition.parts(53, classes).get("test"));
      assertThat(tested.length).isBetween(10, 11);
      for (int kind = 0; kind < 7; kind++) {
        int wanted = kind;
        assertThat(Arrays.stream(tested).filter(i -> i % 7 == wanted).count()).isBetween(1L, 2L);
      }
    }
  }

  @Test
  void groupsStayTogether() {
    List<String> groups = IntStream.range(0, 60).mapToObj(i -> "group " + i % 12).toList();
    Map<String, int[]> parts =
        new Partition(0.25, 0.25, false, null, 1, "person", null, 3).parts(60, groups);
    Map<Integer, String> partOf = new LinkedHashMap<>();
    parts.forEach(
        (name, rows) ->
            Arrays.stream(rows)
                .forEach(i -> assertThat(partOf.merge(i % 12, name, (a, b) -> a)).isEqualTo(name)));
    assertThat(partOf).hasSize(12);
    assertThat(parts.get("test")).hasSize(15);
  }
}
