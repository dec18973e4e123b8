package dev.assay.cli;

import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.bind.RecordType;
import dev.assay.config.schema.JsonSchema;
import dev.assay.engine.Experiment;

/** Prints a JSON Schema for editors. */
@Parameters(commandDescription = "print a JSON Schema of experiment files, for editors")
final class SchemaCommand implements Command {

  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    shell.document(
        JsonSchema.of(RecordType.of(Experiment.class), Plugins.registry(common.plugins)));
    return Exit.FINE;
  }
}
