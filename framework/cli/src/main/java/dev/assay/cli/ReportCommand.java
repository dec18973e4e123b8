package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.report.HtmlReport;
import dev.assay.engine.run.PastRun;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a run's page anew. */
@Parameters(commandDescription = "write a run's page, report.html, anew")
final class ReportCommand implements Command {

  @Parameter(description = "RUN", required = true)
  String run = "";

  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(String report) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Path report = HtmlReport.write(PastRun.find(runOptions.results(), run).folder());
    if (shell.json()) {
      shell.document(new Document(report.toString()));
    } else {
      shell.text(report + "\n");
    }
    return Exit.FINE;
  }
}
