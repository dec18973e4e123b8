package dev.assay.engine.plan;

import dev.assay.config.diagnostics.Rule;

/** What planning finds. */
public final class PlanRules {

  public static final Rule VERSION = new Rule("version", "A file in another version's language.");
  public static final Rule DATA =
      new Rule("data", "Data that is not there or not what it should be.");
  public static final Rule SHAPE = new Rule("shape", "A layer that cannot take its input.");
  public static final Rule NAME =
      new Rule("name", "A name that nothing has, or that two things have.");
  public static final Rule WEIGHTS =
      new Rule("weights", "Weights that do not fit their parameter.");
  public static final Rule TRANSFER =
      new Rule("transfer", "Parameters of another run that cannot be had or do not fit.");
  public static final Rule SPLIT = new Rule("split", "A split that the dataset does not have.");
  public static final Rule METRIC =
      new Rule("metric", "A metric that is not or cannot be measured.");
  public static final Rule TRAINING = new Rule("training", "A training that cannot work.");
  public static final Rule REPORT = new Rule("report", "A report of what cannot be had.");
  public static final Rule EXPECT = new Rule("expect", "A static expectation that does not hold.");

  public static final Rule SWEEP =
      new Rule("sweep", "A sweep with more values than a check looks at.");

  public static final Rule DEAD = new Rule("dead", "A setting without effect.");

  private PlanRules() {}
}
