package dev.assay.testkit;

import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;

/** Components that only tests need. */
final class KitPlugin implements Plugin {

  @Override
  public void register(Registry registry) {
    registry.dataset("kit_samples", KitSamples.class);
    registry.layer("kit_shift", KitShift.class);
    registry.initializer("kit_zeros", KitZeros.class);
  }
}
