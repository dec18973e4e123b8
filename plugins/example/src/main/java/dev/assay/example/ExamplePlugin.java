package dev.assay.example;

import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;

/** Gives each component the name that files choose it by. */
public final class ExamplePlugin implements Plugin {

  @Override
  public void register(Registry registry) {
    registry.layer("snake", Snake.class);
    registry.dataset("spirals", Spirals.class);
  }
}
