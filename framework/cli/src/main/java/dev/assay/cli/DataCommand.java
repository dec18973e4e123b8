package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataRecord;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSummary;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.Table;
import dev.assay.engine.run.ContactSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what an experiment trains on. */
@Parameters(commandDescription = "show an experiment's data: counts, shapes, classes, samples")
final class DataCommand implements Command {

  @Parameter(description = "FILE", required = true)
  String file = "";

  @Parameter(names = "--samples", description = "how many samples of each split to show")
  int samples = 3;

  @Parameter(
      names = "--contact-sheet",
      description = "a folder for a picture of the first images of each split",
      placeholder = "DIR")
  @Nullable String contactSheet;

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  private static final int SHEET_SAMPLES = 50;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    if (samples < 0) {
      throw new UsageException("--samples takes a number from 0 on, not %d".formatted(samples));
    }
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    Workbench.Opened opened = workbench.open(Path.of(file), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Plan plan = opened.plan().get();
    Data data = plan.open(options.dataFiles(opened.file()));
    if (contactSheet != null) {
      draw(shell, new ContactSheet(plan.data(), data), Path.of(contactSheet));
    }
    DataRecord found = DataRecord.of(plan.experiment().name(), plan.data(), data, samples);
    if (shell.json()) {
      shell.document(found);
    } else {
      shell.text(text(plan.data(), found));
    }
    return Exit.FINE;
  }

  private static void draw(Shell shell, ContactSheet sheet, Path folder) throws IOException {
    if (!sheet.isPossible()) {
      throw new UsageException("--contact-sheet needs images, and the samples are none");
    }
    Files.createDirectories(folder);
    for (String split : sheet.data().splits().keySet()) {
      Path file = folder.resolve(split + ".png");
      sheet.write(split, SHEET_SAMPLES, file);
      shell.note("wrote " + file);
    }
  }

  private static String text(DataSpec spec, DataRecord data) {
    List<List<String>> facts = new ArrayList<>();
    spec.inputs().forEach(field -> facts.add(List.of(field.name(), field.describe())));
    spec.targets().forEach(field -> facts.add(List.of(field.name(), field.describe())));
    facts.add(List.of("source", data.source()));
    facts.add(List.of("digest", data.digest()));
    String text = Table.of(facts, 2);
    return text + data.splits().stream().map(DataCommand::text).collect(Collectors.joining());
  }

  private static String text(DataSummary split) {
    StringBuilder text =
        new StringBuilder("\n%s: %,d samples\n".formatted(split.split(), split.size()));
    split.describe().forEach((field, what) -> text.append("  %s: %s\n".formatted(field, what)));
    for (Map<String, String> sample : split.samples()) {
      String fields =
          sample.entrySet().stream()
              .map(field -> "%s %s".formatted(field.getKey(), field.getValue()))
              .collect(Collectors.joining("  "));
      text.append("  ").append(fields).append('\n');
    }
    return text.toString();
  }
}
