package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.Unbinder;
import dev.assay.config.compose.Composition;
import dev.assay.config.compose.KeyPath;
import dev.assay.config.compose.Origins;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.schema.Explainer;
import dev.assay.config.schema.KeyPaths;
import dev.assay.config.schema.KeySearch;
import dev.assay.config.schema.KeySearch.Found;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.Experiment;
import dev.assay.engine.plugin.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains a key, a component, or the value of a key in a file. */
@Parameters(commandDescription = "explain a key or a component, or where a file's value comes from")
final class ExplainCommand implements Command {

  @Parameter(description = "KEY | TYPE | FILE KEY", required = true)
  List<String> words = new ArrayList<>();

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(
      String name, @Nullable String value, List<String> setIn, List<String> explanations) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Registry registry = Plugins.registry(common.plugins);
    KeySearch keys = new KeySearch(RecordType.of(Experiment.class), Registry.KINDS, registry);
    boolean file = words.size() == 2 && Files.exists(Path.of(words.get(0)));
    if (file) {
      return ofFile(shell, registry, keys);
    }
    if (words.size() == 1 && Files.isRegularFile(Path.of(words.get(0)))) {
      throw new UsageException(
          "which key of %s? `assay explain %1$s training.epochs`".formatted(words.get(0)));
    }
    String name = words.get(words.size() - 1); // `explain layer dense` is `explain dense`
    List<String> texts = explanations(name, keys, new Explainer(Registry.KINDS, registry));
    if (texts.isEmpty()) {
      throw new UsageException(
          "there is no key or component `%s`; %s".formatted(name, hint(name, registry)));
    }
    answer(shell, new Document(name, null, List.of(), texts));
    return Exit.FINE;
  }

  /** Of components and kinds with the name, and of a key; of all such keys if there is nothing. */
  private static List<String> explanations(String name, KeySearch keys, Explainer explainer) {
    List<String> texts = new ArrayList<>(explainer.components(name));
    texts.addAll(Explainer.texts(keys.keys(path(name), null)));
    texts.addAll(explainer.families(name));
    texts.addAll(texts.isEmpty() ? explainer.refusals(name) : List.of());
    return texts.isEmpty() ? Explainer.texts(keys.anywhere(name)) : texts;
  }

  private static KeyPath path(String text) {
    try {
      return KeyPath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String hint(String name, Registry registry) {
    TreeSet<String> known = new TreeSet<>(RecordType.of(Experiment.class).keyNames());
    registry.entries().forEach(entry -> known.add(entry.name()));
    Registry.KINDS.forEach(kind -> known.add(kind.getAnnotation(Kind.class).value()));
    if (name.contains(".")) {
      known.addAll(KeyPaths.of(RecordType.of(Experiment.class), registry));
    }
    String question = Nearest.question(name, known);
    return question.isEmpty() ? "`assay plugins` lists the components" : question;
  }

  private int ofFile(Shell shell, Registry registry, KeySearch keys) {
    Workbench.Opened opened = new Workbench(registry).open(Path.of(words.get(0)), options);
    shell.problems(opened.problems());
    if (opened.composition().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Composition composition = opened.composition().get();
    KeyPath path = path(words.get(1));
    List<Found> found = keys.keys(path, composition.root());
    Node written = at(composition.root(), path);
    if (found.isEmpty() && written == null) {
      throw new UsageException(
          "there is no key `%s`; %s".formatted(words.get(1), hint(words.get(1), registry)));
    }
    List<String> places =
        written == null
            ? List.of()
            : composition.origins().stack(written).stream().map(Origins::where).toList();
    Node value = written == null ? resolved(opened, registry, path) : written;
    answer(
        shell,
        new Document(
            words.get(1),
            value == null ? null : YamlWriter.flow(value),
            places,
            Explainer.texts(found)));
    return Exit.FINE;
  }

  /** A value that nobody has written: a default. */
  private static @Nullable Node resolved(Workbench.Opened opened, Registry registry, KeyPath path) {
    return opened
        .bound()
        .map(bound -> bound.value())
        .map(experiment -> at(Unbinder.tree(experiment, registry), path))
        .orElse(null);
  }

  private static @Nullable Node at(Node root, KeyPath path) {
    Node node = root;
    for (KeyPath.Step step : path.steps()) {
      if (step instanceof KeyPath.Step.Key key && node instanceof Node.Mapping mapping) {
        node = mapping.get(key.name());
      } else if (step instanceof KeyPath.Step.Item item
          && node instanceof Node.Sequence list
          && item.index() < list.items().size()) {
        node = list.items().get(item.index());
      } else {
        return null;
      }
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static void answer(Shell shell, Document document) {
    if (shell.json()) {
      shell.document(document);
      return;
    }
    if (document.value() != null) {
      String how = document.setIn().isEmpty() ? "   (the default)" : "";
      shell.text("%s: %s%s%n".formatted(document.name(), document.value(), how));
      List<String> places = document.setIn();
      for (int i = places.size() - 1; i >= 0; i--) {
        String word = i == places.size() - 1 ? "  set in        " : "  instead of    ";
        shell.text(word + places.get(i) + "\n");
      }
      shell.text("\n");
    }
    shell.text(String.join("\n", document.explanations()));
  }

  /** Every word that can be explained, for completion. */
  static Stream<String> explainable(Registry registry) {
    return Stream.concat(
        RecordType.of(Experiment.class).keyNames().stream(),
        registry.entries().stream().map(Registry.Entry::name));
  }
}
