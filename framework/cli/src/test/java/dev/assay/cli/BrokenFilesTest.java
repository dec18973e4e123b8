package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Breaker.Broken;
import dev.assay.config.diagnostics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken in one place have a problem there, whatever was broken. */
class BrokenFilesTest {

  /** Of all variants, this many must have a problem on exactly the line that was broken. */
  private static final double ON_THE_LINE = 0.995;

  /** Of the typos, this many must be answered with the word that was meant. */
  private static final double NAMED = 0.97;

  @TempDir Path folder;

  private final Workbench workbench = new Workbench(Plugins.registry(null));

  private static List<Path> experiments() {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("mnist", "sorting", "sweeps", "checks")) {
      files.addAll(
          ExperimentFiles.in(List.of(Cli.PROJECT.resolve("experiments/" + part).toString())));
    }
    return files;
  }

  /** The same ones each time: a build does not fail by luck. */
  @Test
  void aThousandBrokenVariantsHaveTheirProblemOnTheBrokenLine() throws IOException {
    check(1000, Long.getLong("seed", 1));
  }

  @Test
  @Tag("nightly")
  void tenThousandBrokenVariantsHaveTheirProblemOnTheBrokenLine() throws IOException {
    check(10_000, Long.getLong("seed", System.nanoTime()));
  }

  private void check(int count, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Path> experiments = experiments();
    for (Path file : ExperimentFiles.in(List.of(Cli.PROJECT.resolve("experiments").toString()))) {
      Files.createDirectories(folder.resolve(file.getName(file.getNameCount() - 2)));
      Files.copy(file, copyOf(file));
    }
    List<String> missed = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    int typos = 0;
    for (int done = 0; done < count; ) {
      Path good = experiments.get(random.nextInt(experiments.size()));
      Optional<Broken> variant = new Breaker(Files.readString(good), random.nextLong()).broken();
      if (variant.isPresent()) {
        done++;
        Broken broken = variant.get();
        List<Problem> problems = problems(good, broken);
        String what = "%s line %d: %s".formatted(good.getFileName(), broken.line(), broken.how());
        if (problems.stream().noneMatch(p -> p.span().line() == broken.line())) {
          missed.add(what + " >> " + summary(problems));
        }
        if (broken.meant() != null) {
          typos++;
          if (!names(problems, broken)) {
            unnamed.add(what + " >> " + summary(problems));
          }
        }
      }
    }
    System.err.printf(
        Locale.ROOT,
        "%d variants (-Dseed=%d): %d without a problem on the line, %d of %d typos without the word%n",
        count,
        seed,
        missed.size(),
        unnamed.size(),
        typos);
    missed.forEach(System.err::println);
    unnamed.forEach(System.err::println);
    assertThat((double) missed.size()).isLessThanOrEqualTo((1 - ON_THE_LINE) * count);
    assertThat((double) unnamed.size()).isLessThanOrEqualTo((1 - NAMED) * typos);
  }

  private Path copyOf(Path file) {
    int names = file.getNameCount();
    return folder.resolve(file.subpath(names - 2, names));
  }

  /** In a place from which the files that it extends lie as they do from the good one. */
  private List<Problem> problems(Path good, Broken broken) throws IOException {
    Path file = copyOf(good).resolveSibling("broken.yaml");
    Files.write(file, broken.bytes());
    return workbench.open(file, new ExperimentOptions()).problems();
  }

  private static boolean names(List<Problem> problems, Broken broken) {
    return problems.stream()
        .filter(p -> p.span().line() == broken.line() && p.hint() != null)
        .anyMatch(p -> String.valueOf(p.hint()).contains("`" + broken.meant() + "`"));
  }

  private static String summary(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.span().line() + ": " + p.message() + " | " + p.hint())
        .collect(Collectors.joining("; "));
  }
}
