package dev.assay.engine.plugin;

/**
 * A set of components. An implementation is found by {@link java.util.ServiceLoader}: its class
 * name stands in {@code META-INF/services/dev.assay.engine.plugin.Plugin} of its jar.
 */
public interface Plugin {

  /** Enters each component under the name that YAML files choose it by. */
  void register(Registry registry);
}
