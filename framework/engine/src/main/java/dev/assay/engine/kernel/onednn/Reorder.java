package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.reorder;

/** Copies an array into another layout. */
public record Reorder(Layout from, Layout to) {

  /** The copy. */
  public Spec forward() {
    return Spec.of(
        "copy",
        () ->
            new reorder.primitive_desc(
                OneDnn.Processor.ENGINE,
                from.desc(),
                OneDnn.Processor.ENGINE,
                to.desc(),
                Spec.attributes(),
                false));
  }

  /** A copy of one memory into another one; nothing where they are the same. */
  public static Step copy(Arena arena, Memory from, Memory to) {
    if (from == to) {
      return Step.NONE;
    }
    if (from.layout().matches(to.layout())) {
      int length = Math.min(from.length(), to.length());
      return () -> to.numbers().put(0, from.numbers(), 0, length);
    }
    return new Reorder(from.layout(), to.layout())
        .forward()
        .call(arena)
        .with(Argument.FROM, from)
        .with(Argument.TO, to)
        .bind();
  }
}
