package dev.assay.engine.run;

import dev.assay.config.bind.NumberArray;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.Device;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.dl4j.GraphBuilder;
import dev.assay.engine.dl4j.GraphExecutable;
import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.dl4j.NamedParameters;
import dev.assay.engine.dl4j.ParameterLayout;
import dev.assay.engine.evaluation.Evaluator;
import dev.assay.engine.evaluation.Evaluator.Answer;
import dev.assay.engine.evaluation.Evaluator.Request;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterPlace;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.plan.Measurement;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.plan.Transferred;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.tracking.Event.Status;
import dev.assay.engine.training.Course;
import dev.assay.engine.training.NoisyWeights;
import dev.assay.engine.training.Result;
import dev.assay.engine.training.Trainer;
import dev.assay.engine.training.Watcher;
import dev.assay.engine.transfer.Donor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** A plan with its data and its network, ready to be trained and measured. Leaves no files. */
public final class Session implements AutoCloseable {

  private final Plan plan;
  private final Data data;
  private final Registry registry;
  private final ComputationGraph graph;
  private final NamedParameters named;
  private final GraphExecutable plain;
  private final Executable executable;
  private final Layout layout;

  /** Builds the network, with the weights that the experiment's file gives it. */
  public Session(Plan plan, Data data, Registry registry) {
    this.plan = plan;
    this.data = CheckedTargets.of(data, plan, registry);
    this.registry = registry;
    this.graph = GraphBuilder.build(plan);
    this.named = new NamedParameters(graph);
    this.plain = new GraphExecutable(plan, graph);
    this.executable = fastest();
    this.layout = ParameterLayout.of(plan, graph);
    plan.transfers().forEach(this::transfer);
    plan.experiment().weights().forEach(this::setWeights);
  }

  private void transfer(Transferred transferred) {
    Donor.Numbers numbers = transferred.donor().numbers();
    transferred
        .layers()
        .forEach(
            (here, there) -> {
              PlannedLayer layer = plan.network().layer(here).orElseThrow();
              for (Parameter parameter : layer.parameters()) {
                double[] values = numbers.of(there, parameter.name());
                named.set(layer, parameter, new NumberArray(parameter.shape(), values));
              }
            });
  }

  private void setWeights(String layerName, Map<String, NumberArray> values) {
    PlannedLayer layer = plan.network().layer(layerName).orElseThrow();
    for (Parameter parameter : layer.parameters()) {
      if (values.containsKey(parameter.name())) {
        named.set(layer, parameter, Objects.requireNonNull(values.get(parameter.name())));
      }
    }
  }

  private Executable fastest() {
    boolean compiles =
        plan.compiles()
            && Backend.choose(plan.experiment().device()) == Device.CPU
            && OneDnn.obstacle().isEmpty();
    return compiles ? compiled(plan.threads()) : plain;
  }

  /** The same network, with the same parameters, compiled for so many threads. */
  public CompiledExecutable compiled(int threads) {
    return new CompiledExecutable(plan, graph, registry, threads);
  }

  /** What a user should know of how the network is computed; nothing if all is as it should be. */
  public Optional<String> notice() {
    if (plan.precision() == Precision.DOUBLE || plan.network().parameters() == 0) {
      return Optional.empty();
    }
    if (executable instanceof CompiledExecutable compiled) {
      return compiled.slowLayers().isEmpty()
          ? compiled
              .rereads()
              .map("each symbol that is written takes as long as all before it: "::concat)
          : Optional.of(
              "computed by DL4J, and slowly: "
                  + compiled.slowLayers().entrySet().stream()
                      .map(layer -> "%s (%s)".formatted(layer.getKey(), layer.getValue()))
                      .collect(Collectors.joining(", ")));
    }
    return OneDnn.obstacle()
        .map(
            why ->
                "the network is computed by DL4J alone, and slowly: oneDNN cannot be used (%s)"
                    .formatted(why));
  }

  /** The data that it is trained and measured on. */
  Data data() {
    return data;
  }

  /** A layer's part of all parameters, or of their gradient; empty where it has none. */
  double[] part(ParameterVector all, PlannedLayer layer) {
    GraphParameters places = new GraphParameters(graph);
    double[] numbers = new double[Math.toIntExact(layer.parameterCount())];
    all.read(places.offset(layer.name()), numbers, numbers.length);
    return numbers;
  }

  /** The network that computes. */
  public Executable executable() {
    return executable;
  }

  /** The same network, with the same parameters, computed by DL4J. */
  public GraphExecutable plain() {
    return plain;
  }

  /** Its parameters by name. */
  public NamedParameters parameters() {
    return named;
  }

  /** Where all its parameters lie. */
  private List<ParameterPlace> places() {
    return plan.network().layers().stream()
        .flatMap(layer -> layer.parameters().stream().map(p -> named.place(layer, p)))
        .toList();
  }

  /** What a checkpoint says of it, after so much training. */
  public Checkpoint.About about(int epochs, long steps) {
    return new Checkpoint.About(
        YamlWriter.write(plan.resolved()), plan.precision(), epochs, steps, places());
  }

  /** Trains as the plan says; a plan without epochs is just measured. */
  public Result train(Watcher watcher, BooleanSupplier stopped) {
    Evaluator evaluator = evaluator(requests(plan.epochs() > 0));
    OptimizerSection optimizer = plan.experiment().optimizer();
    if (plan.epochs() == 0 || optimizer == null) {
      Map<String, Double> metrics = evaluator.evaluate();
      watcher.epochEnded(0, metrics);
      return new Result(Status.FINISHED, null, 0, 0, metrics, Double.NaN);
    }
    return new Trainer(
            course(),
            disturbed(),
            data.split(DataSpec.TRAIN),
            updater(optimizer),
            evaluator,
            watcher,
            stopped)
        .train();
  }

  /** The network as it is trained: the same one where no weights are disturbed. */
  private Executable disturbed() {
    List<NoisyWeights.Region> regions = ParameterLayout.disturbed(plan, graph);
    return regions.isEmpty()
        ? executable
        : new NoisyWeights(executable, regions, plan.experiment().seed());
  }

  /** What changes the parameters by an optimizer; it remembers nothing yet. */
  public Updater updater(OptimizerSection optimizer) {
    return new Updater(optimizer, layout, executable.parameters());
  }

  /** Measures all that the experiment measures, as it is now. */
  public Map<String, Double> evaluate() {
    return evaluator(requests(false)).evaluate();
  }

  /** Shows somebody what a head says of a split, batch by batch. */
  void show(String split, PlannedLayer head, Consumer<Scored> reader) {
    evaluator(List.of()).show(split, answer(head), reader);
  }

  private Course course() {
    return new Course(
        plan.data(),
        plan.length(),
        plan.batchSize(),
        plan.experiment().dataset().shuffle(),
        plan.precision(),
        plan.experiment().seed(),
        plan.experiment().evaluation().every(),
        plan.itemsPerSample(),
        plan.experiment().stopping(),
        plan.scheduled(),
        limited());
  }

  /** The losses that cannot judge all predictions, by the name of the layer that makes them. */
  private Map<String, Course.Limited> limited() {
    Map<String, Course.Limited> limited = new LinkedHashMap<>();
    for (PlannedLayer layer : plan.network().heads()) {
      Loss loss = ((Head) layer.layer()).loss();
      if (!loss.predictions().equals(Loss.Range.ANY)) {
        String name = registry.name(Loss.class, loss.getClass());
        limited.put(layer.name(), new Course.Limited(name, loss.predictions()));
      }
    }
    return limited;
  }

  private Evaluator evaluator(List<Request> requests) {
    return new Evaluator(
        executable, plan.data(), data, plan.evaluationBatch(), plan.precision(), requests);
  }

  /**
   * What to measure.
   *
   * @param training whether training measures the loss of its own samples already
   */
  private List<Request> requests(boolean training) {
    return Measurement.all(
            plan.experiment().evaluation(), plan.data(), training, plan.network(), registry)
        .stream()
        .map(
            measured ->
                new Request(
                    measured.split(), measured.name(), measured.metric(), answers(measured)))
        .toList();
  }

  private List<Answer> answers(Measurement measured) {
    return measured.heads().stream().map(this::answer).toList();
  }

  private Answer answer(PlannedLayer layer) {
    Head head = (Head) layer.layer();
    int target = plan.data().targets().indexOf(head.field(layer.site()));
    int steps = head.steps(layer.site());
    int context = steps == 0 ? 0 : plan.context();
    int width = head.rows(layer.site(), layer.shape()).targetWidth();
    return new Answer(layer.name(), target, steps, width, context, head.loss(), head.weight());
  }

  @Override
  public void close() {
    if (executable != plain) {
      executable.close();
    }
    plain.close();
  }
}
