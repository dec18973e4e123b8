package dev.assay.config.tree;

import dev.assay.config.text.Span;

/**
 * Where the parser could not go on.
 *
 * @param error what it says
 * @param index how many characters stand before the place
 * @param begunIndex how many stand before what it was reading, or -1 where it does not say
 * @param begunLine the line of that, counted from 1, or 0
 * @param exact whether the place is that of the problem, and not just of what was being read
 */
record Stumble(
    YamlError error, int index, Span place, int begunIndex, int begunLine, boolean exact) {}
