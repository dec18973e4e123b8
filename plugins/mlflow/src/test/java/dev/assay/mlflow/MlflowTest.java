package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.Binder;
import dev.assay.config.bind.Unbinder;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.tree.YamlReader;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.tracking.Tracker;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a file chooses the tracker. */
public class MlflowTest {

  private final Registry registry = new Registry().add(new MlflowPlugin());
  private final Problems problems = new Problems();

  /** The part of an experiment that is looked at. */
  public record Holder(Tracker tracking) {}

  private @Nullable Holder read(String yaml) {
    Source source = Source.of("x.yaml", yaml);
    return Binder.bind(
            Objects.requireNonNull(YamlReader.read(source, problems)),
            Holder.class,
            "the file",
            registry,
            problems)
        .value();
  }

  private Holder bound(String yaml) {
    return Objects.requireNonNull(read(yaml));
  }

  private List<String> messages(String yaml) {
    read(yaml);
    return problems.sorted().stream().map(Problem::message).toList();
  }

  @Test
  void aFileNamesServerAndExperiment() {
    Holder holder =
        bound("tracking: {type: mlflow, server: 'http://HOST:5000/', experiment: digits}");
    assertThat(problems.sorted()).isEmpty();
    assertThat(holder.tracking()).isEqualTo(new Mlflow("http://host:5000", "digits"));
    assertThat(holder.tracking().server()).isEqualTo("http://host:5000");
  }

  @Test
  void aResolvedFileReadAgainIsTheSame() {
    Holder holder = bound("tracking: {type: mlflow}");
    String resolved = YamlWriter.write(Unbinder.tree(holder, registry));
    assertThat(bound(resolved)).isEqualTo(holder);
  }

  @Test
  void anAddressThatIsNoneIsAProblemOfTheFile() {
    assertThat(messages("tracking: {type: mlflow, server: 'sqlite:///mlflow.db'}"))
        .containsExactly(
            "`sqlite:///mlflow.db` is no address of an MLflow server; one starts with http:// or"
                + " https://");
  }

  @Test
  void aPasswordInAFileIsRefusedAndNotShown() {
    assertThat(messages("tracking: {type: mlflow, server: 'http://ann:s3cret@host'}"))
        .hasSize(1)
        .first()
        .asString()
        .contains("does not belong into a file")
        .doesNotContain("s3cret");
  }
}
