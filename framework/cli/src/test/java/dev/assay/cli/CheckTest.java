package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

  @TempDir Path folder;

  @Test
  void allExperimentsOfTheProjectAreFine() {
    Result result = Cli.inProject().run("check", "experiments", "--format", "json");
    assertThat(result.json().get("problems")).isEmpty();
    assertThat(result.json().get("files").asInt()).isGreaterThan(5);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aProblemHasAPlaceInTheDocument() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(file, "assay: 1\nname: wrong\ndataset: {type: mnsit}\n");
    Result result = Cli.inProject().run("check", file.toString(), "--format", "json");
    JsonNode problem = result.json().get("problems").get(0);
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(problem.get("rule").asText()).isEqualTo("missing-key");
    JsonNode second = result.json().get("problems").get(1);
    assertThat(second.get("file").asText()).isEqualTo(file.toString());
    assertThat(second.get("line").asInt()).isEqualTo(3);
    assertThat(second.get("column").asInt()).isEqualTo(17);
    assertThat(second.get("end_column").asInt()).isEqualTo(22);
    assertThat(second.get("severity").asText()).isEqualTo("error");
    assertThat(second.get("rule").asText()).isEqualTo("unknown-type");
    assertThat(second.get("hint").asText()).startsWith("did you mean `mnist`?");
  }

  @Test
  void aFileThatIsNotThereIsAProblemToo() {
    Result result = Cli.inProject().run("check", "experiments/nowhere.yaml");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.out()).contains("experiments/nowhere.yaml:1:1: the file does not exist");
  }

  @Test
  void aChangeThatCannotBeMadeNamesTheOption() {
    Result result =
        Cli.inProject()
            .run("check", "experiments/mnist/lenet.yaml", "--set", "~optimizer.momentum");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.out())
        .contains("--set ~optimizer.momentum:1:2: `momentum` is not there to be removed");
  }

  @Test
  void noNativeLibraryIsLoadedNorWhatAGoodFileDoesNotNeed() throws IOException {
    Path log = folder.resolve("classes.log");
    Cli cli = new Cli(Cli.PROJECT, Map.of(), List.of("-Xlog:class+load:file=" + log));
    for (String verb : List.of("check", "plan")) {
      assertThat(cli.run(verb, "experiments/mnist/lenet.yaml").exitCode()).isZero();
      List<String> classes = Files.readAllLines(log);
      assertThat(classes).hasSizeGreaterThan(500);
      assertThat(classes).noneMatch(line -> line.contains("org.bytedeco.javacpp.Loader"));
      assertThat(classes).noneMatch(line -> line.contains("org.nd4j.linalg.factory.Nd4j "));
      // What takes as long as all the rest is not started for a file without a mistake.
      assertThat(classes).noneMatch(line -> line.contains("org.hibernate.validator"));
      assertThat(classes).noneMatch(line -> line.contains("ch.qos.logback"));
    }
  }
}
