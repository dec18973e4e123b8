package dev.assay.engine.run;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A run that is over, by the folder that it left. */
public record PastRun(Path folder) {

  /** The word for the newest run. */
  private static final String LAST = "last";

  /**
   * The run that somebody means.
   *
   * @param word its folder, its name, its name behind that of the experiment and a slash, {@code
   *     last}, or the name or folder of an experiment, whose newest run is then meant
   * @throws DataException if there is none, or more than one
   */
  public static PastRun find(Path results, String word) throws IOException {
    Path folder = Path.of(word);
    if (Files.isRegularFile(folder.resolve(Journal.FILE))) {
      return new PastRun(folder);
    }
    List<RunHistory.Past> runs =
        RunHistory.of(results).stream().filter(run -> has(run, Checkpoint.LAST)).toList();
    List<RunHistory.Past> meant = runs.stream().filter(run -> isCalled(run, word)).toList();
    if (meant.isEmpty()) {
      List<RunHistory.Past> among =
          word.equals(LAST) ? runs : runs.stream().filter(run -> isOf(run, word)).toList();
      meant = among.subList(Math.max(0, among.size() - 1), among.size());
    }
    if (meant.size() == 1) {
      return new PastRun(Path.of(meant.get(0).directory()));
    }
    throw meant.isEmpty() ? none(results, word, runs) : several(word, meant);
  }

  private static DataException none(Path results, String word, List<RunHistory.Past> runs) {
    String question = Nearest.question(word, names(runs));
    return new DataException(
        "there is no finished run `%s` in %s".formatted(word, results),
        question.isEmpty() ? "`assay runs` lists what is there" : question);
  }

  private static DataException several(String word, List<RunHistory.Past> meant) {
    return new DataException(
        "%d runs are called `%s`".formatted(meant.size(), word),
        "put the experiment before it: %s/%s".formatted(meant.get(0).experiment(), word));
  }

  private static List<String> names(List<RunHistory.Past> runs) {
    return Stream.concat(Stream.of(LAST), runs.stream().map(RunHistory.Past::run)).toList();
  }

  private static boolean isCalled(RunHistory.Past run, String word) {
    return word.equals(run.run()) || word.equals(run.experiment() + "/" + run.run());
  }

  /** Whether a run is one of the experiment with this name or folder. */
  private static boolean isOf(RunHistory.Past run, String word) {
    Path above = Path.of(run.directory()).toAbsolutePath().normalize().getParent();
    return word.equals(run.experiment())
        || Path.of(word).toAbsolutePath().normalize().equals(above);
  }

  private static boolean has(RunHistory.Past run, String file) {
    return Files.isRegularFile(Path.of(run.directory(), file));
  }

  /** The file that is enough, alone, to run it again. */
  public Path resolved() {
    return folder.resolve(RunFolder.RESOLVED);
  }

  /** What came of it. */
  public Outcome outcome() throws IOException {
    return Json.MAPPER.readValue(folder.resolve(RunFolder.OUTCOME).toFile(), Outcome.class);
  }

  /**
   * Reads the parameters that it ended with into a network.
   *
   * @throws IOException with a sentence for the user if they are not there or of another network
   */
  public void load(ParameterVector into) throws IOException {
    Path checkpoint = folder.resolve(Checkpoint.LAST);
    if (!Files.isRegularFile(checkpoint)) {
      throw new IOException("the run %s left no checkpoint".formatted(folder));
    }
    Checkpoint.read(checkpoint, into);
  }
}
