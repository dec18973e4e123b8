package dev.assay.standard.search;

import dev.assay.engine.plugin.Registry;

/** All searches of this package, by name. */
public final class Searches {

  private Searches() {}

  /** Registers them. */
  public static void register(Registry registry) {
    registry.search("grid", GridSearch.class);
  }
}
