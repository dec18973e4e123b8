package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.Refusal;
import dev.assay.config.bind.ValueType;
import dev.assay.config.diagnostics.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The reference pages, in Markdown. */
public final class Reference {

  private static final String GENERATED =
      "<!-- Made from the code by a test; -Dgolden.update=true makes it anew. -->\n\n";

  private final Catalog catalog;

  private Reference(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * All pages by their file names: one for the experiment with its sections, and one for each kind
   * of component.
   *
   * @param kinds in the order in which they shall be listed
   */
  public static Map<String, String> pages(RecordType root, List<Class<?>> kinds, Catalog catalog) {
    Reference reference = new Reference(catalog);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("experiment.md", reference.experiment(root));
    for (Class<?> kind : kinds) {
      pages.put(file(kind), reference.kind(kind));
    }
    return pages;
  }

  private static String file(Class<?> kind) {
    return kind.getAnnotation(Kind.class).plural().replace(' ', '-') + ".md";
  }

  private String experiment(RecordType root) {
    StringBuilder page = new StringBuilder("# The experiment\n\n").append(GENERATED);
    page.append("The keys at the top of a file.\n\n").append(table(root.keys()));
    return page.append(sections("##", root)).toString();
  }

  private static String sections(String level, RecordType root) {
    StringBuilder text = new StringBuilder();
    for (RecordType section : Sections.below(root)) {
      text.append("%n%s %s%n%n".formatted(level, Sections.title(root, section)));
      text.append(section.doc().isEmpty() ? "" : section.doc() + "\n\n");
      text.append(table(section.keys()));
    }
    return text.toString();
  }

  private String kind(Class<?> kind) {
    Kind family = kind.getAnnotation(Kind.class);
    String plural = family.plural();
    StringBuilder page = new StringBuilder();
    page.append("# ").append(Character.toUpperCase(plural.charAt(0))).append(plural.substring(1));
    page.append("\n\n").append(GENERATED);
    Doc doc = kind.getAnnotation(Doc.class);
    page.append(doc == null ? "" : doc.value() + "\n\n").append(index(kind));
    for (String name : catalog.names(kind).stream().sorted().toList()) {
      Class<? extends Record> component = catalog.component(kind, name);
      if (component != null) {
        page.append("## `").append(name).append("`\n\n");
        page.append(component(RecordType.of(component))).append('\n');
      }
    }
    return page.append(refusals(kind)).toString().stripTrailing() + "\n";
  }

  /** All components by the packages that they are in; nothing where one package has all. */
  private String index(Class<?> kind) {
    Map<String, List<String>> packages = new LinkedHashMap<>();
    for (String name : catalog.names(kind)) {
      Package home = Objects.requireNonNull(catalog.component(kind, name), name).getPackage();
      Doc title = home.getAnnotation(Doc.class);
      packages
          .computeIfAbsent(title == null ? "More" : title.value(), one -> new ArrayList<>())
          .add("[`%s`](#%1$s)".formatted(name));
    }
    StringBuilder text = new StringBuilder();
    packages.forEach(
        (title, names) -> text.append("- %s: %s%n".formatted(title, String.join(", ", names))));
    return packages.size() == 1 ? "" : text.append('\n').toString();
  }

  private String refusals(Class<?> kind) {
    StringBuilder text = new StringBuilder();
    for (Refusal refusal : catalog.refusals(kind)) {
      text.append(
          text.isEmpty() ? "## Not offered\n\n| elsewhere | why | instead |\n|---|---|---|\n" : "");
      text.append(
          "| %s | %s | %s |%n"
              .formatted(Words.commas(refusal.words()), refusal.reason(), refusal.instead()));
    }
    return text.toString();
  }

  private static String component(RecordType type) {
    StringBuilder text = new StringBuilder(type.doc()).append("\n\n");
    if (!type.elsewhere().isEmpty()) {
      text.append("Elsewhere: ").append(Words.commas(type.elsewhere())).append(".\n\n");
    }
    if (!type.examples().isEmpty()) {
      text.append(String.join("\n", type.examples())).append("\n\n");
    }
    text.append(type.keys().isEmpty() ? "It has no keys.\n" : table(type.keys()));
    return text.append(sections("###", type)).toString();
  }

  private static String table(List<Key> keys) {
    StringBuilder table = new StringBuilder("| key | takes | if left out | |\n|---|---|---|---|\n");
    for (Key key : keys) {
      if (key.inline()) {
        Class<?> kind = ((ValueType.Component) key.type()).kind();
        String what = key.type().describe();
        table.append(
            "| `type`, ... | the name of %s, and its keys | required | [%s](%s) |%n"
                .formatted(what, kind.getAnnotation(Kind.class).plural(), file(kind)));
      } else {
        table.append(
            "| `%s` | %s | %s | %s |%n"
                .formatted(key.name(), linked(key), KeyText.fallback(key), key.doc()));
      }
    }
    keys.stream().map(Reference::words).forEach(table::append);
    return table.toString();
  }

  /** What the words mean that a key takes, where the code says it of each. */
  private static String words(Key key) {
    Map<String, String> meanings = KeyText.meanings(key);
    StringBuilder text = new StringBuilder();
    meanings.forEach((word, meaning) -> text.append("- `%s`: %s%n".formatted(word, meaning)));
    return meanings.isEmpty() ? "" : "%nWhat `%s` can be:%n%n%s".formatted(key.name(), text);
  }

  /** What a key takes; a component's kind is a link to its page. */
  private static String linked(Key key) {
    String text = KeyText.takes(key);
    ValueType type = key.type() instanceof ValueType.ListOf list ? list.item() : key.type();
    if (type instanceof ValueType.Component component) {
      String word = component.kind().getAnnotation(Kind.class).value();
      return text.replace(word, "[%s](%s)".formatted(word, file(component.kind())));
    }
    return text.replace("|", "\\|");
  }
}
