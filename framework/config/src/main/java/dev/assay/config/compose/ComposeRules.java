package dev.assay.config.compose;

import dev.assay.config.diagnostics.Rule;

/** What composing finds. */
public final class ComposeRules {

  public static final Rule BAD_CHANGE =
      new Rule("bad-change", "A change, in a file or on the command line, that cannot be made.");
  public static final Rule BASE = new Rule("base", "A base file that cannot be extended.");
  public static final Rule GROUP =
      new Rule("group", "A group that is not there, or has two meanings.");
  public static final Rule BLOCK = new Rule("block", "A block that is not there, or used wrongly.");
  public static final Rule REFERENCE =
      new Rule("reference", "A `${...}` that refers to nothing, to itself, or is no expression.");

  private ComposeRules() {}
}
