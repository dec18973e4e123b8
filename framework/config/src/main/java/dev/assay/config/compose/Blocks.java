package dev.assay.config.compose;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The blocks of an architecture, and what use is made of them. */
final class Blocks {

  private static final String SECTION = "architecture";
  private static final String KEY = "blocks";

  private final Problems problems;
  private final Map<String, Block> defined = new LinkedHashMap<>();
  private final Set<String> usedParameters = new HashSet<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, Boolean> sound = new HashMap<>();

  private Blocks(Problems problems) {
    this.problems = problems;
  }

  /** Those that a file defines. */
  static Blocks of(Node.Mapping root, Problems problems) {
    Blocks blocks = new Blocks(problems);
    Node section = root.get(SECTION) instanceof Node.Mapping a ? a.get(KEY) : null;
    if (section instanceof Node.Mapping definitions) {
      for (Node.Entry entry : definitions.entries()) {
        Block block = Block.read(entry, problems);
        if (block != null) {
          blocks.defined.put(block.name(), block);
        }
      }
    }
    return blocks;
  }

  /** The same file without its definitions. */
  static Node.Mapping without(Node.Mapping root) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : root.entries()) {
      boolean defines =
          entry.key().equals(SECTION)
              && entry.value() instanceof Node.Mapping architecture
              && architecture.get(KEY) instanceof Node.Mapping;
      entries.add(defines ? withoutDefinitions(entry) : entry);
    }
    return new Node.Mapping(entries, root.span());
  }

  private static Node.Entry withoutDefinitions(Node.Entry architecture) {
    Node.Mapping section = (Node.Mapping) architecture.value();
    return new Node.Entry(
        architecture.key(), architecture.keySpan(), section.without(List.of(KEY)));
  }

  /** The block of a name; nothing where there is none, which is then said. */
  Optional<Block> named(Node name) {
    Block block = name instanceof Node.Scalar scalar ? defined.get(scalar.text()) : null;
    if (block == null) {
      String text = name instanceof Node.Scalar scalar ? scalar.text() : name.kind();
      String known = defined.isEmpty() ? "" : "Blocks: " + Words.commas(defined.keySet()) + ".";
      problems.error(
          ComposeRules.BLOCK,
          name.span(),
          "there is no block `%s`".formatted(text),
          (Nearest.question(text, defined.keySet()) + " " + known).strip());
    }
    return Optional.ofNullable(block);
  }

  /**
   * Whether the definition of a block is right: what is wrong with it is said once, where it
   * stands, and not again at its uses.
   *
   * @param trial resolves its layers, whatever its parameters may be
   */
  boolean isSound(Block block, Runnable trial) {
    Boolean known = sound.get(block.name());
    if (known != null) {
      return known;
    }
    Map<String, Integer> before = Map.copyOf(uses);
    int errors = problems.errors();
    trial.run();
    uses.clear(); // a trial is no use
    uses.putAll(before);
    sound.put(block.name(), problems.errors() == errors);
    return problems.errors() == errors;
  }

  /** The name of a block's next use, for one that does not say it. */
  String next(Block block) {
    return block.name() + "_" + uses.merge(block.name(), 1, Integer::sum);
  }

  /** Somebody has looked at a parameter. */
  void use(String block, String parameter) {
    usedParameters.add(block + "." + parameter);
  }

  /** What nobody reads is said. */
  void warnOfUnusedParameters() {
    for (Block block : defined.values()) {
      if (sound.containsKey(block.name())) {
        block.parameters().values().stream()
            .filter(parameter -> !usedParameters.contains(block.name() + "." + parameter.key()))
            .forEach(parameter -> unused(block, parameter));
      }
    }
  }

  private void unused(Block block, Node.Entry parameter) {
    problems.warning(
        ComposeRules.BLOCK,
        parameter.keySpan(),
        "no layer of the block `%s` uses `%s`".formatted(block.name(), parameter.key()),
        "`${%s}` would be its value".formatted(parameter.key()));
  }
}
