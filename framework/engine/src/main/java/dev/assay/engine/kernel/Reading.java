package dev.assay.engine.kernel;

/** How far a network has come that reads a sequence step by step. */
public interface Reading {

  /**
   * How many steps it has read before this one; at 0 whatever a kernel remembers is of the past.
   */
  int position();

  /** How many steps there can be, at most, where a layer looks back on each of them. */
  int limit();
}
