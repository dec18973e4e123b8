package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.RecordType;
import dev.assay.config.schema.Reference;
import dev.assay.engine.Experiment;
import dev.assay.engine.plugin.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The generated reference pages say what the code says; -Dgolden.update=true makes them anew. */
class ReferenceTest {

  private static final Path FOLDER = Cli.PROJECT.resolve("framework/reference");

  /** Those that a person writes. */
  private static final Set<String> WRITTEN = Set.of("README.md", "language.md");

  private static final Pattern LINK = Pattern.compile("]\\((?!https:)([^)#]+)[^)]*\\)");

  private final Map<String, String> pages =
      Reference.pages(RecordType.of(Experiment.class), Registry.KINDS, Plugins.registry(null));

  @TestFactory
  Stream<DynamicTest> pageSaysWhatTheCodeSays() {
    assertThat(pages).hasSizeGreaterThan(10);
    return pages.entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> compare(page)));
  }

  private static void compare(Map.Entry<String, String> page) throws IOException {
    Path file = FOLDER.resolve(page.getKey());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, page.getValue());
    }
    assertThat(file).as("run with -Dgolden.update=true to write it").exists();
    assertThat(Files.readString(file)).isEqualTo(page.getValue());
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    Set<String> expected = new TreeSet<>(pages.keySet());
    expected.addAll(WRITTEN);
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void everyComponentAndEveryPageOfThemIsThere() throws IOException {
    List<Registry.Entry> entries = Plugins.registry(null).entries();
    assertThat(entries).hasSizeGreaterThan(30);
    String all = String.join("\n", pages.values());
    assertThat(entries).allMatch(entry -> all.contains("## `" + entry.name() + "`\n"));
    String contents = Files.readString(FOLDER.resolve("README.md"));
    assertThat(pages.keySet()).allMatch(page -> contents.contains("(" + page + ")"));
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    int links = 0;
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Matcher link = LINK.matcher(Files.readString(file));
        while (link.find()) {
          assertThat(file.resolveSibling(link.group(1))).exists();
          links++;
        }
      }
    }
    assertThat(links).isGreaterThan(20);
  }
}
