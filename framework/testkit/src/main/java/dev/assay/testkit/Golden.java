package dev.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Compares what a function makes of each file of a folder with a file beside it: {@code x.yaml}
 * with {@code x.txt}. With {@code -Dgolden.update=true} the expected files are written anew; review
 * the difference.
 */
public final class Golden {

  private Golden() {}

  /**
   * A test for each file, and one that finds expected files whose file is gone.
   *
   * @param atLeast how many files there must be, so that an empty folder is noticed
   */
  public static Stream<DynamicTest> tests(
      Path folder, int atLeast, Function<Path, String> function) {
    List<Path> inputs = files(folder, ".yaml");
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : inputs) {
      tests.add(
          DynamicTest.dynamicTest(
              input.getFileName().toString(), () -> compare(input, function.apply(input))));
    }
    tests.add(
        DynamicTest.dynamicTest(
            "every expected file has its file",
            () -> {
              assertThat(inputs).hasSizeGreaterThanOrEqualTo(atLeast);
              assertThat(files(folder, ".txt"))
                  .allMatch(text -> Files.exists(beside(text, ".yaml")));
            }));
    return tests.stream();
  }

  private static void compare(Path input, String actual) throws IOException {
    Path expected = beside(input, ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(expected).as("run with -Dgolden.update=true to write it").exists();
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("the folder " + folder + " cannot be read", e);
    }
  }

  private static Path beside(Path file, String ending) {
    String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", ending);
    return file.resolveSibling(name);
  }
}
