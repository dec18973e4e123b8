package dev.assay.engine.architecture;

/**
 * What a layer does about steps that only fill a sequence up to the length of others. They stand
 * behind its own steps, so a layer that looks at one step alone, or back from it, need not care:
 * nothing of them reaches what counts. A layer whose output has other steps says in {@link
 * Layer#places} how many.
 */
public enum Padding {
  /** Its output is padded as its inputs are, all of which end at the same places. */
  KEPT,
  /** Its output is padded as its first input is; it knows where the others end. */
  FIRST,
  /** Its output is padded as its input is, which it is given zeros for behind the end. */
  ZEROED,
  /** Its output has no padding any more: it is made of a sequence's own steps. */
  TAKEN,
  /** It looks at all steps and cannot tell which of them count. */
  UNKNOWN,
  /** So does it, at those of all samples together. */
  MIXED
}
