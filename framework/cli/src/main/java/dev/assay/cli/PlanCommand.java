package dev.assay.cli;

import com.beust.jcommander.IStringConverter;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.drawing.Drawing;
import dev.assay.engine.kernel.Kernels;
import dev.assay.engine.plan.ComputedBy;
import dev.assay.engine.plan.MemoryEstimate;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlanText;
import dev.assay.engine.plugin.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what an experiment amounts to. Loads no native library. */
@Parameters(commandDescription = "show layers, shapes, parameters, memory and steps")
final class PlanCommand implements Command {

  @Parameter(description = "FILE", required = true)
  String file = "";

  @Parameter(
      names = "--graph",
      description = "draw the network instead: mermaid, dot or svg",
      converter = DrawingConverter.class,
      placeholder = "LANGUAGE")
  @Nullable Drawing graph;

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** Reads the names of languages. */
  static final class DrawingConverter implements IStringConverter<Drawing> {
    @Override
    public Drawing convert(String value) {
      return Stream.of(Drawing.values())
          .filter(drawing -> drawing.name().equals(value.toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () -> new UsageException("--graph is mermaid, dot or svg; not `" + value + "`"));
    }
  }

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
  record Memory(
      long parameters,
      long gradients,
      long updater,
      long activations,
      long evaluation,
      long total) {}

  /**
   * A layer; its shape is without the batch.
   *
   * @param shares the layer whose parameters it computes with, if these are not its own
   * @param flops of one sample's forward pass
   * @param computedBy {@code kernel} or {@code dl4j}
   */
  record Layer(
      String name,
      String type,
      List<String> inputs,
      List<Integer> shape,
      long parameters,
      @Nullable String shares,
      long flops,
      String computedBy) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Registry registry = Plugins.registry(common.plugins);
    Workbench workbench = new Workbench(registry);
    Workbench.Opened opened = workbench.open(Path.of(file), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Plan plan = opened.plan().get();
    if (shell.json()) {
      shell.document(document(plan, registry));
    } else if (graph != null) {
      shell.text(graph.draw(plan));
    } else {
      shell.text(PlanText.of(plan, registry));
    }
    return Exit.FINE;
  }

  private static Document document(Plan plan, Kernels kernels) {
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
                        layer.parameterCount(),
                        layer.shares(),
                        layer.flops(),
                        ComputedBy.of(plan, layer, kernels).name().toLowerCase(Locale.ROOT)))
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
            memory.evaluation(),
            memory.total()),
        plan.stepsPerEpoch(),
        plan.steps(),
        plan.trials(),
        layers);
  }
}
