package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.testkit.DatasetKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {

  private static final String TABLE =
      """
      text,label,part
      a good film,yes,train
      "good, good",yes,train
      not a film,no,train
      bad,no,test
      """;

  @TempDir static Path folder;

  private static Path table(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "texts", ".csv"), text);
  }

  private static LabelledTexts texts(String table, @Nullable Integer maxLength, boolean truncate)
      throws IOException {
    return new LabelledTexts(
        table(table).toString(),
        ",",
        "text",
        "label",
        Text.Tokens.WORDS,
        null,
        maxLength,
        truncate,
        Csv.BadRows.ERROR,
        new Partition(0.2, 0, false, null, 1, null, "part", 1));
  }

  private static DataFiles files() {
    return new DataFiles(List.of(), folder);
  }

  @TestFactory
  Stream<DynamicTest> conforms() throws IOException {
    return Stream.of(
            "{type: labelled_texts, file: %s, split: {given: part}}",
            "{type: labelled_texts, file: %s, tokens: characters, vocabulary: 3}",
            "{type: labelled_texts, file: %s, max_length: 2, truncate: true}")
        .flatMap(keys -> uncheckedTests(keys));
  }

  private static Stream<DynamicTest> uncheckedTests(String keys) {
    try {
      return DatasetKit.tests(keys.formatted(table(TABLE)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eachTextIsAsLongAsItIs() throws IOException {
    LabelledTexts texts = texts(TABLE, null, false);
    DataSpec spec = texts.spec(files());
    Data data = texts.open(files(), 1);
    Batch batch = Batches.inOrder(spec, data.split("train"), 3, Precision.DOUBLE).next();
    assertThat(spec.inputs().get(0).padded()).isTrue();
    assertThat(batch.inputs().get(0).lengths()).containsExactly(3, 3, 3);
    assertThat(data.vocabulary(spec.inputs().get(0)).words())
        .containsExactly("<unk>", "good", "a", "film", ",", "not");
    assertThat(batch.inputs().get(0).row(1)).containsExactly(1, 4, 1);
    Batch tested = Batches.inOrder(spec, data.split("test"), 1, Precision.DOUBLE).next();
    assertThat(tested.inputs().get(0).row(0)).as("one unknown word").containsExactly(0);
    assertThat(Objects.requireNonNull(data.encoder()).input(Map.of("text", "a bad film")))
        .containsExactly(2, 0, 3);
  }

  @Test
  void longTextsAreReportedByLineOrCut() throws IOException {
    assertThatThrownBy(() -> texts(TABLE, 2, false).spec(files()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("line 2: the text has 3 steps, and `max_length` is 2; line 3: ");
    LabelledTexts cut = texts(TABLE, 2, true);
    assertThat(cut.spec(files()).inputs().get(0).shape().dims()).containsExactly(2);
    Data data = cut.open(files(), 1);
    Batch batch =
        Batches.inOrder(cut.spec(files()), data.split("train"), 1, Precision.DOUBLE).next();
    assertThat(batch.inputs().get(0).row(0)).containsExactly(2, 1);
  }

  @Test
  void anEmptyTextIsABadRow() {
    assertThatThrownBy(() -> texts(TABLE + ",no,train\n", null, false).spec(files()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("line 6: `text` is missing");
  }
}
