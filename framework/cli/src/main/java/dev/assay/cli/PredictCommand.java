package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Predictor;
import dev.assay.engine.run.Session;
import dev.assay.engine.tracking.AtomicFile;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a trained network predict. */
@Parameters(commandDescription = "predict with what a run has trained, as CSV or JSON lines")
final class PredictCommand implements Command {

  /** How predictions are written. */
  enum Form {
    CSV,
    JSONL
  }

  @Parameter(description = "RUN", required = true)
  String run = "";

  @Parameter(
      names = "--input",
      description = "samples in CSV with a header, or a JSON object a line; - for standard input",
      placeholder = "FILE")
  @Nullable String input;

  @Parameter(
      names = "--split",
      description = "the split to predict, without --input",
      placeholder = "NAME")
  String split = "test";

  @Parameter(names = "--as", description = "csv or jsonl", placeholder = "FORM")
  Form as = Form.CSV;

  @Parameter(
      names = "--output",
      description = "where to write, instead of standard output",
      placeholder = "FILE")
  @Nullable String output;

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(String run, List<Map<String, Object>> predictions) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Optional<TrainedRun> opened = TrainedRun.open(run, runOptions, options, common, shell);
    if (opened.isEmpty()) {
      return Exit.CONFIGURATION;
    }
    TrainedRun trained = opened.get();
    Data.Split samples = samples(trained.plan(), trained.data());
    List<Map<String, Object>> predictions;
    try (Session session = trained.session()) {
      predictions =
          new Predictor(trained.plan(), trained.data(), session.executable())
              .predictions(samples, input == null);
    }
    if (shell.json()) {
      shell.document(new Document(trained.past().folder().getFileName().toString(), predictions));
    } else if (output == null) {
      shell.text(text(predictions));
    } else {
      byte[] bytes = text(predictions).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(Path.of(output), out -> out.write(bytes));
    }
    return Exit.FINE;
  }

  private Data.Split samples(Plan plan, Data data) throws IOException {
    if (input != null) {
      return SampleFile.read(input, plan.data().inputs(), data);
    }
    if (!data.splits().containsKey(split)) {
      throw new UsageException(
          "the dataset has no split `%s`; there are %s"
              .formatted(split, Words.and(data.splits().keySet())));
    }
    return data.split(split);
  }

  private String text(List<Map<String, Object>> predictions) throws IOException {
    StringWriter text = new StringWriter();
    if (as == Form.JSONL) {
      for (Map<String, Object> prediction : predictions) {
        text.append(Json.MAPPER.writeValueAsString(prediction)).append('\n');
      }
      return text.toString();
    }
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      if (!predictions.isEmpty()) {
        csv.writeRecord(predictions.get(0).keySet());
      }
      for (Map<String, Object> prediction : predictions) {
        csv.writeRecord(prediction.values().stream().map(String::valueOf).toList());
      }
    }
    return text.toString();
  }
}
