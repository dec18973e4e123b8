package dev.assay.engine.sweep;

import dev.assay.config.tree.Node;
import java.util.Map;

/**
 * One experiment of a sweep.
 *
 * @param number counted from 1
 * @param values what stands in the holes, by key
 */
public record Trial(int number, Map<String, Node> values) {}
