package dev.assay.config.migrate;

import dev.assay.config.tree.Node;
import java.util.List;
import java.util.function.Function;

/**
 * A step from one version of the language to the next.
 *
 * @param from the version that it starts from
 * @param edits what it changes in a file, apart from the version itself
 */
public record Migration(int from, Function<Node.Mapping, List<Edit>> edits) {}
