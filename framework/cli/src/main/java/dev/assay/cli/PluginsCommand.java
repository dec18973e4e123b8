package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Kind;
import dev.assay.engine.plan.Table;
import dev.assay.engine.plugin.Registry;
import java.util.ArrayList;
import java.util.List;

/** Lists the components that files can choose from. */
@Parameters(commandDescription = "list every component and the plugin that brings it")
final class PluginsCommand implements Command {

  @Parameter(
      names = "--class-path",
      description = "print what a plugin is compiled against, and nothing else")
  boolean classPath;

  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(List<Component> components) {}

  /** A component. */
  record Component(String kind, String name, String about, String plugin) {

    static Component of(Registry.Entry entry) {
      Doc doc = entry.type().getAnnotation(Doc.class);
      return new Component(
          entry.kind().getAnnotation(Kind.class).value(),
          entry.name(),
          doc == null ? "" : doc.value(),
          entry.plugin());
    }
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    if (classPath) {
      shell.text(System.getProperty("java.class.path") + System.lineSeparator());
      return Exit.FINE;
    }
    List<Component> components =
        Plugins.registry(common.plugins).entries().stream().map(Component::of).toList();
    if (shell.json()) {
      shell.document(new Document(components));
      return Exit.FINE;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("kind", "type", "about"));
    components.forEach(c -> rows.add(List.of(c.kind(), c.name(), c.about())));
    shell.text(Table.of(rows, 3));
    return Exit.FINE;
  }
}
