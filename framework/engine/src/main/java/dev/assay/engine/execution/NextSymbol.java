package dev.assay.engine.execution;

/**
 * Where a network says which symbol comes next.
 *
 * @param output the name of the layer that says it, at each step for the step after
 * @param symbols how many different symbols there are
 * @param context how many of the last symbols the network looks back on; it is given no more
 */
public record NextSymbol(String output, int symbols, int context) {}
