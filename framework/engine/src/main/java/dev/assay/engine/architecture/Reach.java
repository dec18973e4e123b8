package dev.assay.engine.architecture;

/**
 * What a layer looks at to say something of one step of a sequence. It decides how a network can
 * read on, symbol by symbol, without reading again what it has read.
 */
public enum Reach {
  /** That step alone. */
  STEP,
  /** That step, and a state of fixed size that the steps before it have left: it never ends. */
  STATE,
  /**
   * That step and those before it, or which one it is: as many as the sequences of the data have.
   */
  PAST,
  /** Steps that come after it, too; nothing can be carried on. */
  ALL
}
