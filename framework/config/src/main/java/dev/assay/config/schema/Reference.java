package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    for (RecordType section : sections(root)) {
      page.append("\n## ").append(title(root, section)).append("\n\n");
      page.append(section.doc()).append("\n\n");
      page.append(table(section.keys()));
    }
    return page.toString();
  }

  /** The records that are reached without choosing a component, each once. */
  private static List<RecordType> sections(RecordType root) {
    Set<RecordType> found = new LinkedHashSet<>();
    List<RecordType> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      for (Key key : open.remove(0).keys()) {
        for (RecordType type : nested(key.type())) {
          if (found.add(type)) {
            open.add(type);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<RecordType> nested(ValueType type) {
    if (type instanceof ValueType.Nested nested) {
      return List.of(RecordType.of(nested.type()));
    }
    if (type instanceof ValueType.ListOf list) {
      return nested(list.item());
    }
    if (type instanceof ValueType.MapOf map) {
      return nested(map.value());
    }
    if (type instanceof ValueType.Choice choice) {
      return choice.options().stream().map(option -> RecordType.of(option.type())).toList();
    }
    return List.of();
  }

  /** What a section is called: the key that holds it, or the mark of the choice that it is. */
  private static String title(RecordType root, RecordType section) {
    for (Key key : root.keys()) {
      if (nested(key.type()).contains(section)) {
        return "`" + key.name() + "`";
      }
    }
    for (RecordType outer : sections(root)) {
      for (Key key : outer.keys()) {
        if (key.type() instanceof ValueType.Nested && nested(key.type()).contains(section)) {
          return "`%s` of `%s`".formatted(key.name(), name(outer));
        }
        ValueType item = key.type() instanceof ValueType.ListOf list ? list.item() : key.type();
        if (item instanceof ValueType.Choice choice && nested(item).contains(section)) {
          return mark(choice, section) + ", an item of `" + key.name() + "`";
        }
      }
    }
    return name(section);
  }

  private static String mark(ValueType.Choice choice, RecordType section) {
    return choice.options().stream()
        .filter(option -> option.type() == section.java())
        .map(option -> option.mark().equals("type") ? "a layer" : "`" + option.mark() + "`")
        .findFirst()
        .orElse("");
  }

  private static String name(RecordType type) {
    return RecordType.snakeCase(type.java().getSimpleName()).replace("_section", "");
  }

  private String kind(Class<?> kind) {
    Kind family = kind.getAnnotation(Kind.class);
    String plural = family.plural();
    StringBuilder page = new StringBuilder();
    page.append("# ").append(Character.toUpperCase(plural.charAt(0))).append(plural.substring(1));
    page.append("\n\n").append(GENERATED);
    for (String name : catalog.names(kind).stream().sorted().toList()) {
      Class<? extends Record> component = catalog.component(kind, name);
      if (component != null) {
        RecordType type = RecordType.of(component);
        page.append("## `").append(name).append("`\n\n").append(type.doc()).append("\n\n");
        page.append(type.keys().isEmpty() ? "It has no keys.\n" : table(type.keys()));
        page.append('\n');
      }
    }
    return page.toString().stripTrailing() + "\n";
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
    return table.toString();
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
