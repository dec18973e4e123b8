package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/** What a sequence adds to a gate of a recurrent layer, computed for all of its steps at once. */
interface Entry {

  /** Makes the one of a gate, by the gate's name. */
  interface Maker {

    /**
     * Makes it.
     *
     * @param x the sequence, {@code [steps samples, features]}
     */
    Entry make(Timeline time, Memory x, String gate);
  }

  /** Adds what writes it to the gate, {@code [steps samples, units]}. */
  void forward(List<Step> to, Memory gate);

  /**
   * Adds the gradients of its parameters.
   *
   * @param gradient by the gate; becomes that by {@code x W}
   */
  void backward(List<Step> to, Memory gradient);
}
