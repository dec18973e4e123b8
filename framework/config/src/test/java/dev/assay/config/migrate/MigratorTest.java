package dev.assay.config.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With two steps that no release has: a key gets another name, and a value another form. */
class MigratorTest {

  private static final Migration RENAMES =
      new Migration(
          1,
          root ->
              root.entries().stream()
                  .filter(entry -> entry.key().equals("rate"))
                  .map(entry -> new Edit(entry.keySpan(), "learning_rate"))
                  .toList());

  private static final Migration DOUBLES =
      new Migration(
          2,
          root ->
              root.get("size") instanceof Node.Scalar size
                  ? List.of(new Edit(size.span(), "[%s, %1$s]".formatted(size.text())))
                  : List.of());

  private final Migrator migrator = new Migrator("version", 3, List.of(RENAMES, DOUBLES));
  private final Problems problems = new Problems();

  private Optional<String> migrated(String text) {
    return migrator.migrated(Source.of("a.yaml", text), problems);
  }

  private List<String> messages() {
    return problems.sorted().stream().map(Problem::message).toList();
  }

  @Test
  void commentsOrderAndSpacesStay() {
    String old =
        """
        # \uD83D\uDE80 The first line.
        size:   5     # cm

        version: 1    # the old one
        "quoted" : {a: 1,   b: [2,3]}   # odd, but legal
        rate: 0.1
        """;
    assertThat(migrated(old))
        .contains(
            """
            # \uD83D\uDE80 The first line.
            size:   [5, 5]     # cm

            version: 3    # the old one
            "quoted" : {a: 1,   b: [2,3]}   # odd, but legal
            learning_rate: 0.1
            """);
    assertThat(messages()).isEmpty();
  }

  @Test
  void aFileInTheMiddleTakesTheRestOfTheWay() {
    assertThat(migrated("version: 2\nsize: 1\nrate: 2\n"))
        .contains("version: 3\nsize: [1, 1]\nrate: 2\n");
  }

  @Test
  void theNewestStaysAsItIsAndSoDoesAPartOfOthers() {
    assertThat(migrated("version: 3\nsize: 5\n")).contains("version: 3\nsize: 5\n");
    assertThat(migrated("size: 5\n")).contains("size: 5\n");
  }

  @Test
  void aNewerFileIsRefused() {
    assertThat(migrated("version: 4\n")).isEmpty();
    assertThat(messages()).containsExactly("there is no way from version 4 to version 3");
    assertThat(problems.sorted().get(0).hint()).isEqualTo("A newer release of Assay reads it.");
  }

  @Test
  void aVersionThatIsNoneIsRefusedAndSoIsATextThatIsNoYaml() {
    assertThat(migrated("version: one\n")).isEmpty();
    assertThat(migrated("version: [\n")).isEmpty();
    assertThat(messages()).hasSize(2).contains("a version is a whole number, not `one`");
  }
}
