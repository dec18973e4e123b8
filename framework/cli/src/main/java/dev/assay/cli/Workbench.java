package dev.assay.cli;

import dev.assay.config.bind.Binder;
import dev.assay.config.bind.Bound;
import dev.assay.config.bind.RecordType;
import dev.assay.config.compose.Change;
import dev.assay.config.compose.Composer;
import dev.assay.config.compose.Composition;
import dev.assay.config.compose.KeyPath;
import dev.assay.config.compose.SearchPath;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.Sources;
import dev.assay.engine.Experiment;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlanRules;
import dev.assay.engine.plan.Planner;
import dev.assay.engine.plugin.Registry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way from a file to a plan, which every verb takes. */
record Workbench(Registry registry) {

  /** Of one key of a sweep; each takes a few milliseconds. */
  private static final int MOST_VALUES = 500;

  /**
   * A file that has been read.
   *
   * @param composition nothing where the file cannot be read
   * @param bound nothing where it cannot be composed
   * @param plan nothing where something is wrong
   */
  record Opened(
      Path file,
      Optional<Composition> composition,
      Optional<Bound<Experiment>> bound,
      Optional<Plan> plan,
      List<Problem> problems) {

    boolean hasErrors() {
      return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /** Whether the file says of itself that it is an experiment, and no part of others. */
    boolean isExperiment() {
      return composition.isEmpty() || composition.get().root().get("assay") != null;
    }

    /** The other files that take part. */
    List<Path> parts() {
      return composition.stream()
          .flatMap(c -> c.origins().included().stream())
          .map(source -> Path.of(source.name()).normalize())
          .toList();
    }

    /** What stands in the file. */
    String text() {
      return composition.map(c -> c.source().text()).orElse("");
    }
  }

  /** Reads, composes, binds and plans a file; finds all that is wrong with it. */
  Opened open(Path file, ExperimentOptions options) {
    return open(file, options, UnaryOperator.identity());
  }

  /**
   * Opens what a run has left. Its network has all its parameters from its own checkpoint, so the
   * runs that it began with need not be there any more.
   */
  Opened reopen(Path resolved, ExperimentOptions options) {
    return open(resolved, options, composition -> composition.without("transfer"));
  }

  private Opened open(Path file, ExperimentOptions options, UnaryOperator<Composition> adapted) {
    Problems problems = new Problems();
    Sources sources = new Sources();
    Opened opened = open(file, options, List.of(), adapted, sources, problems);
    opened.plan().ifPresent(plan -> trials(plan, file, options, sources, problems));
    boolean errors = problems.hasErrors();
    return new Opened(
        file,
        opened.composition(),
        opened.bound(),
        errors ? Optional.empty() : opened.plan(),
        noted(problems, opened.composition().orElse(null)));
  }

  private Opened open(
      Path file,
      ExperimentOptions options,
      List<Change> more,
      UnaryOperator<Composition> adapted,
      Sources sources,
      Problems problems) {
    List<Change> changes = new ArrayList<>();
    for (String text : options.changes()) {
      Change change = Change.parse(text, problems);
      if (change != null) {
        changes.add(change);
      }
    }
    changes.addAll(more);
    Optional<Composition> composition =
        new Composer(RecordType.of(Experiment.class), registry, sources, problems, System::getenv)
            .compose(file, changes, SearchPath.of(file, options.searchPath()))
            .map(adapted);
    Optional<Bound<Experiment>> bound =
        composition.map(
            c -> Binder.bind(c.root(), Experiment.class, "the experiment", registry, problems));
    Optional<Plan> plan =
        bound.flatMap(b -> Planner.plan(b, options.dataFiles(file), registry, problems));
    return new Opened(file, composition, bound, plan, List.of());
  }

  /** Puts each value of a sweep in its place, so that none fails only when its turn comes. */
  private void trials(
      Plan plan, Path file, ExperimentOptions options, Sources sources, Problems problems) {
    if (plan.experiment().sweep() == null) {
      return;
    }
    Change withoutSweep = change(Change.Mode.REMOVE, "sweep", null, problems);
    for (Map.Entry<String, List<Node>> key : plan.experiment().sweep().space().entrySet()) {
      List<Node> values = key.getValue();
      if (values.size() > MOST_VALUES) {
        problems.warning(
            PlanRules.SWEEP,
            values.get(MOST_VALUES).span(),
            "`%s` has %,d values; those from here on are not put in their place by a check"
                .formatted(key.getKey(), values.size()),
            null);
      }
      for (Node value : values.subList(0, Math.min(values.size(), MOST_VALUES))) {
        Change filled = change(Change.Mode.SET, key.getKey(), value, problems);
        if (filled != null && withoutSweep != null) {
          List<Change> changes = List.of(withoutSweep, filled);
          open(file, options, changes, UnaryOperator.identity(), sources, problems);
        }
      }
    }
  }

  private static @Nullable Change change(
      Change.Mode mode, String path, @Nullable Node value, Problems problems) {
    if (value == null) {
      return Change.parse("~" + path, problems);
    }
    return new Change(mode, KeyPath.parse(path), value, value.span());
  }

  private static List<Problem> noted(Problems problems, @Nullable Composition composition) {
    return composition == null
        ? problems.sorted()
        : problems.sorted().stream()
            .map(problem -> problem.with(composition.origins().notes(problem.span())))
            .toList();
  }
}
