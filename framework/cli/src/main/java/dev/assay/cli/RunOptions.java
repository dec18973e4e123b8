package dev.assay.cli;

import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Options of the verbs that leave results. */
final class RunOptions {

  @Parameter(
      names = "--results",
      description = "where results go, instead of results/",
      placeholder = "DIR")
  @Nullable String results;

  /** The folder of all results: the option's, or the project's own. */
  Path results() {
    if (results != null) {
      return Path.of(results);
    }
    String home = System.getProperty("assay.home");
    return home == null ? Path.of("results") : Path.of(home, "results");
  }
}
