package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.Vocabulary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataTest {

  @Test
  void classesAreCountedByTheirWordsAndNumbersSummedUp() {
    JsonNode data =
        Cli.inProject().run("data", "experiments/tabular/iris.yaml", "--format", "json").json();
    JsonNode train = data.get("splits").get(0);
    assertThat(train.get("size").asInt()).isEqualTo(120);
    assertThat(train.get("classes").get("species").get("setosa").asInt()).isEqualTo(40);
    assertThat(train.get("statistics").get("input").get("deviation").asDouble())
        .isBetween(0.99, 1.01);
    assertThat(train.get("samples")).hasSize(3);
    assertThat(data.get("digest").asText()).hasSize(64);
  }

  @Test
  void imagesMakeAContactSheet(@TempDir Path folder) throws IOException {
    String[] arguments = {"data", "experiments/mnist/lenet.yaml", "--contact-sheet", "" + folder};
    assertThat(Cli.inProject().run(arguments).exitCode()).isZero();
    BufferedImage sheet = ImageIO.read(folder.resolve("train.png").toFile());
    assertThat(sheet.getWidth()).isEqualTo(8 + 5 * 128); // five in a row
    assertThat(sheet.getHeight()).isEqualTo(8 + 10 * 156);
    assertThat(IntStream.range(0, 128 * 128).map(i -> sheet.getRGB(i % 128, i / 128)).distinct())
        .hasSizeGreaterThan(50); // something is on the first one
    assertThat(folder.resolve("test.png")).isNotEmptyFile();
    arguments[1] = "experiments/tabular/iris.yaml";
    assertThat(Cli.inProject().run(arguments).err()).contains("needs images");
  }

  @Test
  void aTextIsReadable() {
    assertThat(Cli.inProject().run("data", "experiments/text/shakespeare-lstm.yaml").out())
        .contains("[64] symbols out of 65")
        .contains("First Citizen:\\nBefore we proceed any further");
  }

  @Test
  void aWordOutsideTheVocabularyIsToldWithItsPlace() {
    Vocabulary words = new Vocabulary(List.of("to", "be", "or"), " ");
    assertThat(words.symbols("to be or  to")).containsExactly(0, 1, 2, 0);
    assertThat(words.text(2, 1)).isEqualTo("or be");
    assertThatThrownBy(() -> words.symbols("to be not"))
        .isInstanceOf(DataException.class)
        .hasMessage("`not`, at place 3 of the text, is none of the 3 words that the network knows");
    assertThat(Vocabulary.ofNumbers(10).symbols("907")).containsExactly(9, 0, 7);
    assertThat(Vocabulary.ofNumbers(11).text(10, 0)).isEqualTo("10 0");
  }
}
