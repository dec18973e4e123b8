package dev.assay.config.bind;

import dev.assay.config.diagnostics.Rule;

/** What binding finds. */
public final class BindRules {

  public static final Rule UNKNOWN_KEY = new Rule("unknown-key", "A key that nobody reads.");
  public static final Rule MISSING_KEY = new Rule("missing-key", "A key that must be written.");
  public static final Rule WRONG_TYPE = new Rule("wrong-type", "A value of another type.");
  public static final Rule UNKNOWN_TYPE = new Rule("unknown-type", "A component nobody has.");
  public static final Rule NOT_OFFERED =
      new Rule("not-offered", "A component that is left out on purpose.");
  public static final Rule UNKNOWN_WORD = new Rule("unknown-word", "A word that is not a choice.");
  public static final Rule OUT_OF_RANGE = new Rule("out-of-range", "A value beyond its limits.");
  public static final Rule CONTRADICTION =
      new Rule("contradiction", "Keys of one mapping that exclude each other.");

  private BindRules() {}
}
