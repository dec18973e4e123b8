package dev.assay.standard.layers;

import dev.assay.engine.architecture.Add;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import java.util.ArrayList;
import java.util.List;

/** {@link Add}, in the layout of its first input. */
public final class AddKernel {

  private AddKernel() {}

  /** Binds the layer. */
  public static Kernel bind(Add layer, Binding at) {
    Layout layout = at.layout(0);
    Port first = at.input(0, layout);
    Memory y = at.produce(layout);
    List<Step> forward = new ArrayList<>(List.of(first.move()));
    Memory sum = first.memory();
    for (int i = 1; i < at.inputs().size(); i++) {
      Port next = at.input(i, layout);
      forward.add(next.move());
      forward.add(Binary.ADD.bind(at.arena(), sum, next.memory(), y));
      sum = y;
    }
    List<Step> backward = new ArrayList<>();
    if (at.training() && at.output().trained()) {
      Port dy = at.outputGradient(layout);
      backward.add(dy.move());
      for (int i = 0; i < at.inputs().size(); i++) {
        Port dx = at.inputGradient(i, layout);
        if (dx != null) {
          backward.add(Reorder.copy(at.arena(), dy.memory(), dx.memory()));
          backward.add(dx.move());
        }
      }
    }
    return Kernel.of(forward, backward);
  }
}
