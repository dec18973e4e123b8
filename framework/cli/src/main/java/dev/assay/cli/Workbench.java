package dev.assay.cli;

import dev.assay.config.bind.Binder;
import dev.assay.config.bind.Bound;
import dev.assay.config.compose.Change;
import dev.assay.config.compose.Composer;
import dev.assay.config.compose.KeyPath;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.Sources;
import dev.assay.config.tree.YamlReader;
import dev.assay.engine.Experiment;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.Planner;
import dev.assay.engine.plugin.Registry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The way from a file to a plan, which every verb takes. */
record Workbench(Registry registry) {

  /**
   * A file that has been read.
   *
   * @param plan nothing where something is wrong
   */
  record Opened(Path file, String text, Optional<Plan> plan, List<Problem> problems) {

    boolean hasErrors() {
      return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
  }

  /** Reads, changes, binds and plans a file; finds all that is wrong with it. */
  Opened open(Path file, ExperimentOptions options) {
    Problems problems = new Problems();
    Source source = Sources.read(file, problems);
    Node root = source == null ? null : YamlReader.read(source, problems);
    if (source == null || root == null) {
      return new Opened(file, "", Optional.empty(), problems.sorted());
    }
    List<Change> changes = new ArrayList<>();
    for (String text : options.changes()) {
      Change change = Change.parse(text, problems);
      if (change != null) {
        changes.add(change);
      }
    }
    Node changed = Composer.apply(root, changes, problems);
    Optional<Plan> plan = plan(changed, options.dataFiles(file), problems);
    return new Opened(file, source.text(), plan, problems.sorted());
  }

  private Optional<Plan> plan(Node root, DataFiles files, Problems problems) {
    int before = problems.errors();
    Bound<Experiment> bound =
        Binder.bind(root, Experiment.class, "the experiment", registry, problems);
    Optional<Plan> plan = Planner.plan(bound, files, registry, problems);
    plan.ifPresent(p -> trials(root, p, files, problems));
    return problems.errors() > before ? Optional.empty() : plan;
  }

  /** Puts each value of a sweep in its place, so that none fails only when its turn comes. */
  private void trials(Node root, Plan plan, DataFiles files, Problems problems) {
    if (plan.experiment().sweep() == null) {
      return;
    }
    for (Map.Entry<String, List<Node>> key : plan.experiment().sweep().space().entrySet()) {
      for (Node value : key.getValue()) {
        KeyPath path = KeyPath.parse(key.getKey());
        Change change = new Change(Change.Mode.SET, path, value, value.span());
        Node filled = withoutSweep(Composer.apply(root, List.of(change), problems));
        Bound<Experiment> bound =
            Binder.bind(filled, Experiment.class, "the experiment", registry, problems);
        Planner.plan(bound, files, registry, problems);
      }
    }
  }

  private static Node withoutSweep(Node root) {
    List<Node.Entry> entries =
        ((Node.Mapping) root).entries().stream().filter(e -> !e.key().equals("sweep")).toList();
    return new Node.Mapping(entries, Objects.requireNonNull(root).span());
  }
}
