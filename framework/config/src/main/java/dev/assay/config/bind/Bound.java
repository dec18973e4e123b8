package dev.assay.config.bind;

import dev.assay.config.tree.Node;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record with the places that it came from.
 *
 * @param value null where it could not be made
 * @param complete whether every key of it, all the way down, was bound without an error
 * @param broken the keys at the top with an error behind them
 * @param paths the scalars that are a {@link FilePath}, and what they are in absolute form
 */
public record Bound<T>(
    @Nullable T value,
    Locations locations,
    boolean complete,
    Set<String> broken,
    IdentityHashMap<Node, String> paths) {}
