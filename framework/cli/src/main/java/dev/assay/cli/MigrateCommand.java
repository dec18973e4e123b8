package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.migrate.Migrator;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Sources;
import dev.assay.engine.plan.Planner;
import dev.assay.engine.tracking.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rewrites files in the newest version of the language. */
@Parameters(commandDescription = "rewrite files in the newest version of the language")
final class MigrateCommand implements Command {

  @Parameter(description = "PATH...", required = true)
  List<String> paths = new ArrayList<>();

  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(int files, int rewritten, int refused) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Migrator migrator = new Migrator("assay", Planner.VERSION, List.of());
    Problems problems = new Problems();
    Sources sources = new Sources();
    List<Path> files = ExperimentFiles.in(paths);
    int rewritten = 0;
    int refused = 0;
    for (Path file : files) {
      Source source = sources.read(file, problems);
      Optional<String> text =
          source == null ? Optional.empty() : migrator.migrated(source, problems);
      boolean changed = text.isPresent() && source != null && !text.get().equals(source.text());
      if (changed) {
        AtomicFile.write(file, out -> out.write(text.get().getBytes(StandardCharsets.UTF_8)));
      }
      rewritten += changed ? 1 : 0;
      refused += text.isEmpty() ? 1 : 0;
    }
    shell.problems(problems.sorted());
    Document document = new Document(files.size(), rewritten, refused);
    if (shell.json()) {
      shell.document(document);
    } else {
      shell.text(
          "%d %s, %d rewritten, %d refused%n"
              .formatted(files.size(), files.size() == 1 ? "file" : "files", rewritten, refused));
    }
    return refused > 0 ? Exit.CONFIGURATION : Exit.FINE;
  }
}
