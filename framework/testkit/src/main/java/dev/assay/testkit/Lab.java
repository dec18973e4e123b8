package dev.assay.testkit;

import dev.assay.config.bind.Binder;
import dev.assay.config.bind.Bound;
import dev.assay.config.bind.RecordType;
import dev.assay.config.compose.Composer;
import dev.assay.config.compose.SearchPath;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.TextRenderer;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.Sources;
import dev.assay.config.tree.YamlReader;
import dev.assay.engine.Experiment;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.Planner;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.run.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place to try experiments in: YAML text to a plan, a plan to a network, without files.
 *
 * @param registry all plugins of the class path, and the kit's own components
 */
public record Lab(Registry registry) {

  /** A lab with all plugins that are on the class path. */
  public static Lab open() {
    return new Lab(Registry.of(Lab.class.getClassLoader()).add(new KitPlugin()));
  }

  private static DataFiles files() {
    return new DataFiles(List.of(), Path.of("").toAbsolutePath());
  }

  /**
   * The plan of an experiment.
   *
   * @throws AssertionError with the rendered problems if there is none
   */
  public Plan plan(String yaml) {
    Problems problems = new Problems();
    Optional<Plan> plan = plan(yaml, problems);
    if (plan.isEmpty()) {
      throw new AssertionError("\n" + new TextRenderer(false).render(problems.sorted()));
    }
    return plan.get();
  }

  /** The plan of an experiment, or nothing and the problems that stand in its way. */
  public Optional<Plan> plan(String yaml, Problems problems) {
    Node root = YamlReader.read(Source.of("lab.yaml", yaml), problems);
    return root == null ? Optional.empty() : plan(root, problems);
  }

  private Optional<Plan> plan(Node root, Problems problems) {
    Bound<Experiment> bound =
        Binder.bind(root, Experiment.class, "the experiment", registry, problems);
    return Planner.plan(bound, files(), registry, problems);
  }

  /**
   * The plan of an experiment's file, with its blocks and what it extends.
   *
   * @throws AssertionError with the rendered problems if there is none
   */
  public Plan plan(Path file) {
    Problems problems = new Problems();
    Optional<Plan> plan =
        new Composer(
                RecordType.of(Experiment.class),
                registry,
                new Sources(),
                problems,
                System.getenv()::get)
            .compose(file, List.of(), SearchPath.of(file, List.of()))
            .flatMap(composed -> plan(composed.root(), problems));
    return plan.orElseThrow(
        () -> new AssertionError("\n" + new TextRenderer(false).render(problems.sorted())));
  }

  /** The data of a plan. */
  public Data data(Plan plan) {
    return plan.experiment().dataset().dataset().open(files(), plan.experiment().seed());
  }

  /** The network of a plan. */
  public Session session(Plan plan) {
    return new Session(plan, data(plan), registry);
  }

  /** The first samples of a split, in their order, as one batch. */
  public Batch batch(Plan plan, String split, int size) {
    DataSpec spec = plan.data();
    return Batches.inOrder(spec, data(plan).split(split), size, plan.precision()).next();
  }

  /** What a layer of a network says of a batch. */
  public static Values said(Session session, Batch batch, String layer) {
    return Objects.requireNonNull(session.plain().activations(batch).get(layer), layer);
  }

  /** What the layer {@code it} of a network says of the first training sample. */
  public double[] said(Plan plan) {
    try (Session session = session(plan)) {
      return said(session, batch(plan, DataSpec.TRAIN, 1), "it").doubles();
    }
  }

  /**
   * What a layer says, in double precision.
   *
   * @param layer with the name {@code it}
   * @param weights its parameters, by name; those that are left out start as the layer says
   * @param input the only sample
   */
  public double[] said(String layer, String weights, String input) {
    return said(
        plan(
            """
            assay: 1
            name: by-hand
            dataset: {type: inline, batch_size: full, train: [{input: %s}]}
            weights: {it: %s}
            training: {epochs: 0, precision: double}
            architecture: {layers: [%s]}
            """
                .formatted(input, weights, layer)));
  }
}
