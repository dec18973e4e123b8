package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.plan.MemoryEstimate;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlanText;
import java.nio.file.Path;
import java.util.List;

/** Shows what an experiment amounts to. Loads no native library. */
@Parameters(commandDescription = "show layers, shapes, parameters, memory and steps")
final class PlanCommand implements Command {

  @Parameter(description = "FILE", required = true)
  String file = "";

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(
      String experiment,
      long parameters,
      long flopsPerSample,
      Memory memoryBytes,
      long stepsPerEpoch,
      long steps,
      int trials,
      List<Layer> layers) {}

  /** Memory, in bytes. */
  record Memory(long parameters, long gradients, long updater, long activations, long total) {}

  /** A layer; its shape is without the batch. */
  record Layer(
      String name, String type, List<String> inputs, List<Integer> shape, long parameters) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    Workbench.Opened opened = workbench.open(Path.of(file), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Plan plan = opened.plan().get();
    if (shell.json()) {
      shell.document(document(plan));
    } else {
      shell.text(PlanText.of(plan));
    }
    return Exit.FINE;
  }

  private static Document document(Plan plan) {
    MemoryEstimate memory = plan.memory();
    List<Layer> layers =
        plan.network().layers().stream()
            .map(
                layer ->
                    new Layer(
                        layer.name(),
                        layer.type(),
                        layer.inputs(),
                        layer.shape().dims(),
                        layer.parameterCount()))
            .toList();
    return new Document(
        plan.experiment().name(),
        plan.network().parameters(),
        plan.network().flops(),
        new Memory(
            memory.parameters(),
            memory.gradients(),
            memory.updater(),
            memory.activations(),
            memory.total()),
        plan.stepsPerEpoch(),
        plan.steps(),
        plan.trials(),
        layers);
  }
}
