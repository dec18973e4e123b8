package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import java.util.List;
import java.util.Optional;

/**
 * Writes a tree with everything that one has to know to go on from it: above each key what it
 * means, and as comments the keys that could stand beside it, with their defaults.
 */
public final class Starter {

  private final Catalog catalog;
  private final StringBuilder text = new StringBuilder();

  private Starter(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The text of a file that is bound to {@code type}. */
  public static String write(Node.Mapping root, RecordType type, Catalog catalog) {
    Starter starter = new Starter(catalog);
    starter.section(root, type, 0, true);
    return starter.text.toString();
  }

  private void section(Node.Mapping mapping, RecordType type, int indent, boolean top) {
    Node kind = mapping.get("type");
    if (kind instanceof Node.Scalar name) {
      line(indent, "type: " + name.text());
    }
    for (Key key : type.keys()) {
      Node value = mapping.get(key.name());
      if (key.inline()) {
        component((ValueType.Component) key.type(), mapping, indent);
      } else if (value != null) {
        text.append(top && value instanceof Node.Mapping ? "\n" : "");
        comment(indent, key);
        written(key, value, indent);
      } else if (!top) {
        String fallback = key.fallback() == null ? "" : " " + key.fallback();
        line(indent, "# %s:%s  # %s".formatted(key.name(), fallback, key.doc()));
      }
    }
  }

  private void component(ValueType.Component type, Node.Mapping mapping, int indent) {
    chosen(type, mapping)
        .ifPresent(
            record -> {
              Node.Mapping own =
                  new Node.Mapping(
                      mapping.entries().stream().filter(e -> !e.key().equals("type")).toList(),
                      mapping.span());
              section(own, record, indent, false);
            });
  }

  private Optional<RecordType> chosen(ValueType.Component type, Node.Mapping mapping) {
    if (!(mapping.get("type") instanceof Node.Scalar name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(catalog.component(type.kind(), name.text())).map(RecordType::of);
  }

  private void written(Key key, Node value, int indent) {
    if (!(value instanceof Node.Mapping mapping)) {
      plain(key, value, indent);
    } else if (key.type() instanceof ValueType.Nested nested) {
      line(indent, key.name() + ":");
      section(mapping, RecordType.of(nested.type()), indent + 2, false);
    } else if (key.type() instanceof ValueType.Component component
        && chosen(component, mapping).isPresent()) {
      line(indent, key.name() + ":");
      section(mapping, chosen(component, mapping).get(), indent + 2, false);
    } else {
      plain(key, value, indent);
    }
  }

  private void plain(Key key, Node value, int indent) {
    Node.Mapping alone =
        new Node.Mapping(List.of(new Node.Entry(key.name(), value.span(), value)), value.span());
    YamlWriter.write(alone).lines().forEach(line -> line(indent, line));
  }

  private void comment(int indent, Key key) {
    line(indent, "# %s".formatted(key.doc()));
  }

  private void line(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }
}
