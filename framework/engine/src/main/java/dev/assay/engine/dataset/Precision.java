package dev.assay.engine.dataset;

import dev.assay.config.bind.Doc;

/** How numbers are kept. */
public enum Precision {
  @Doc("32 bits: fast, and what networks are trained in.")
  FLOAT,
  @Doc("64 bits: for checks against figures computed by hand or elsewhere.")
  DOUBLE;

  /** How much memory a number takes. */
  public int bytes() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }
}
