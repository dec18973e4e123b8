package dev.assay.engine.kernel;

import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;

/**
 * A tensor as a kernel wants to see it.
 *
 * @param move makes it so: to be run before the memory is read, or after it was written
 */
public record Port(Memory memory, Step move) {}
