package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.dataset.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTest {

  @TempDir Path folder;

  private DataFiles files = new DataFiles(List.of(), Path.of(""));

  @BeforeEach
  void inTheFolder() throws IOException {
    files = new DataFiles(List.of(), folder);
    Files.writeString(
        folder.resolve("text.txt"),
        "To be, or not to be:\nthat is\tthe question. To 'be' o'er-long");
  }

  private static Text words(@Nullable Integer vocabulary, @Nullable String unknown) {
    return new Text("text.txt", Text.Tokens.WORDS, vocabulary, unknown, 3, null, 0);
  }

  private Vocabulary vocabulary(Text text) {
    Data data = text.open(files, 1);
    return data.vocabulary(text.spec(files).inputs().get(0));
  }

  @Test
  void wordsMarksAndLineEndsAreWordsOfTheirOwn() {
    String text = "To be, or not to be:\nthat's it";
    List<String> words = Wording.WORDS.split(text);
    assertThat(words)
        .containsExactly("To", "be", ",", "or", "not", "to", "be", ":", "\n", "that's", "it");
    assertThat(Wording.WORDS.join(words)).isEqualTo(text);
    assertThat(Wording.WORDS.split("'be' o'er-long - "))
        .containsExactly("'", "be", "'", "o'er-long", "-");
  }

  @Test
  void theMostFrequentWordsComeFirst() {
    List<String> words = vocabulary(words(null, null)).words();
    assertThat(words).startsWith("be", "To").contains("\n", "'", "o'er-long").hasSize(15);
  }

  @Test
  void wordsThatAreNotKeptBecomeTheUnknownOne() {
    Vocabulary vocabulary = vocabulary(words(2, null));
    assertThat(vocabulary.words()).containsExactly("<unk>", "be", "To");
    assertThat(vocabulary.symbols("To err, be")).containsExactly(2, 0, 0, 1);
    assertThat(vocabulary.unknownIn("To err, be")).containsExactly("err", ",");
    assertThat(vocabulary(words(2, "WORD")).words()).startsWith("WORD");
  }

  @Test
  void withoutAnUnknownWordOthersAreRefused() {
    assertThatThrownBy(() -> vocabulary(words(null, null)).symbols("To err"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "`err`, at place 2 of the text, is none of the 15 words that the network knows");
  }

  @Test
  void windowsAreOfWords() {
    Text text = words(null, null);
    DataSpec spec = text.spec(files);
    assertThat(spec.inputs().get(0).shape().symbols()).isEqualTo(15);
    assertThat(spec.samples(DataSpec.TRAIN)).isEqualTo(6);
  }

  /** The second half of the text is not counted, and so holds what is unknown. */
  @Test
  void onlyWordsThatAreTrainedOnAreKept() {
    Text half = new Text("text.txt", Text.Tokens.WORDS, 100, null, 3, null, 0.5);
    assertThat(vocabulary(half).words()).contains("not").doesNotContain("question", "o'er-long");
  }
}
