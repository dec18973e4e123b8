package dev.assay.config.compose;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Layers with parameters, defined under {@code architecture.blocks} and used as often as one likes.
 *
 * @param span the name where it is defined
 * @param parameters their defaults; a parameter whose default is nothing must be given
 */
record Block(String name, Span span, Map<String, Node.Entry> parameters, Node.Sequence layers) {

  /** Keys of an item that uses a block which are no parameters. */
  private static final List<String> OF_THE_ITEM = List.of("block", "name", "from", "frozen");

  /** Reads a definition; null where it is none. */
  static @Nullable Block read(Node.Entry entry, Problems problems) {
    if (!(entry.value() instanceof Node.Mapping definition)
        || !(definition.get("layers") instanceof Node.Sequence layers)) {
      problems.error(
          ComposeRules.BLOCK,
          entry.keySpan(),
          "the block `%s` needs a list of `layers`".formatted(entry.key()));
      return null;
    }
    Map<String, Node.Entry> parameters = new LinkedHashMap<>();
    for (Node.Entry key : definition.entries()) {
      if (key.key().equals("parameters") && key.value() instanceof Node.Mapping defaults) {
        defaults.entries().forEach(parameter -> parameters.put(parameter.key(), parameter));
      } else if (!key.key().equals("layers")) {
        problems.error(
            ComposeRules.BLOCK,
            key.keySpan(),
            "a block has `parameters`, a mapping, and `layers`, a list; not `%s`"
                .formatted(key.key()));
      }
    }
    return new Block(entry.key(), entry.keySpan(), parameters, layers);
  }

  /** Whether an item uses a block: a layer may have a key of that name, and it has a type. */
  static boolean isUsedBy(Node.Mapping item) {
    return item.get("block") != null && item.get("type") == null;
  }

  /** Values of the parameters of which nothing is known. */
  Map<String, Node> anything() {
    Map<String, Node> unknown = new LinkedHashMap<>();
    parameters.forEach((key, entry) -> unknown.put(key, new Node.Unknown(entry.keySpan())));
    return unknown;
  }

  /** The value of each parameter for one use; nothing where some are missing. */
  Optional<Map<String, Node>> arguments(Node.Mapping use, Problems problems) {
    Map<String, Node> arguments = new LinkedHashMap<>();
    boolean complete = true;
    for (Node.Entry given : use.entries()) {
      if (parameters.containsKey(given.key())) {
        arguments.put(given.key(), given.value());
      } else if (!OF_THE_ITEM.contains(given.key())) {
        problems.error(
            ComposeRules.BLOCK,
            given.keySpan(),
            "the block `%s` has no parameter `%s`".formatted(name, given.key()),
            (Nearest.question(given.key(), keys()) + " " + known()).strip());
        complete = false;
      }
    }
    for (Node.Entry parameter : parameters.values()) {
      boolean required = parameter.value() instanceof Node.Scalar scalar && scalar.isNull();
      if (required && !arguments.containsKey(parameter.key())) {
        problems.error(
            ComposeRules.BLOCK,
            use.span(),
            "the block `%s` needs its parameter `%s`".formatted(name, parameter.key()));
        complete = false;
      }
      arguments.putIfAbsent(parameter.key(), parameter.value());
    }
    return complete ? Optional.of(arguments) : Optional.empty();
  }

  private List<String> keys() {
    return Stream.concat(parameters.keySet().stream(), OF_THE_ITEM.stream()).toList();
  }

  private String known() {
    return parameters.isEmpty()
        ? "It has none."
        : "Its parameters: %s.".formatted(Words.commas(parameters.keySet()));
  }

  /** An item that uses a block of which nothing follows; what it is called is known. */
  static Node unknown(Node.Mapping use) {
    Span at = use.span();
    List<Node.Entry> entries = new ArrayList<>();
    entries.add(new Node.Entry("block", at, new Node.Unknown(at)));
    Optional.ofNullable(use.entry("name")).ifPresent(entries::add);
    return new Node.Mapping(entries, at);
  }

  /**
   * The item that stands for one use: its layers as a group, with the name, the input and the
   * freezing of the use.
   *
   * @param name what it is called if the use does not say
   */
  static Node item(Node.Mapping use, String name, Node layers) {
    Span at = use.span();
    Node.Entry named = use.entry("name");
    List<Node.Entry> entries = new ArrayList<>();
    entries.add(
        named == null ? new Node.Entry("name", at, new Node.Scalar(name, true, at)) : named);
    for (String key : List.of("from", "frozen")) {
      Node.Entry given = use.entry(key);
      if (given != null) {
        entries.add(given);
      }
    }
    entries.add(new Node.Entry("layers", at, layers));
    return new Node.Mapping(entries, at);
  }
}
