package dev.assay.mlflow;

import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;

/** Brings the tracker, under the name that files choose it by. */
public final class MlflowPlugin implements Plugin {

  @Override
  public void register(Registry registry) {
    registry.tracker("mlflow", Mlflow.class, Mlflow::ofEnvironment);
  }
}
