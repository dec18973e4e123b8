package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Questions.Pair;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private final DataFiles files = new DataFiles(List.of(), Path.of(""));
  private final Questions questions =
      new Questions(
          List.of(
              new Pair("Is it?", "yes"), new Pair("Is it not it?", "no"), new Pair("Why?", "yes")),
          0);

  @Test
  void aQuestionIsHowOftenEachWordOccurs() {
    DataSpec spec = questions.spec(files);
    Data data = questions.open(files, 1);
    Batch batch = Batch.of(spec, 1, Precision.DOUBLE);
    for (int sample = 0; sample < 3; sample++) {
      data.split("train").read(sample, batch, 0);
      double[] bag = batch.inputs().get(0).row(0);
      String answer = data.vocabulary(spec.targets().get(0)).text(batch.targets().get(0).row(0));
      double words = bag[0] + bag[1] + bag[2] + bag[3];
      assertThat(bag).hasSize(4); // is, it, not, why
      assertThat(answer).isEqualTo(words == 4 ? "no" : "yes");
    }
    assertThat(data.vocabulary(spec.targets().get(0)).words()).containsExactly("yes", "no");
  }

  @Test
  void questionsFromOutsideMayHaveOtherWords() {
    var encoder = Objects.requireNonNull(questions.open(files, 1).encoder());
    assertThat(encoder.input(Map.of("question", "Is IT it, really?"))).containsExactly(1, 2, 0, 0);
    assertThatThrownBy(() -> encoder.input(Map.of("question", "Really?")))
        .isInstanceOf(DataException.class)
        .hasMessage("`Really?` has no word that the network knows");
    assertThatThrownBy(() -> encoder.input(Map.of("input", "Is it?")))
        .isInstanceOf(DataException.class)
        .hasMessage("there is no `question`");
  }

  @Test
  void aShareIsKeptForTheTest() {
    Questions split = new Questions(questions.pairs(), 0.4);
    assertThat(split.spec(files).samples())
        .containsExactly(Map.entry("train", 2), Map.entry("test", 1));
    assertThat(split.open(files, 1).split("test").size()).isEqualTo(1);
  }
}
