package dev.assay.engine;

import dev.assay.config.bind.Doc;

/** What a network is computed on. */
public enum Device {
  @Doc("A GPU if the build has a backend for it and one can be used, else the CPU.")
  AUTO,
  @Doc("The CPU.")
  CPU,
  @Doc("A GPU; if none can be used, nothing runs.")
  GPU
}
