package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/** Copies an array into another layout. */
public record Reorder(Layout from, Layout to) {

  private Spec spec(primitive_attr attributes) {
    return Spec.of(
        "copy",
        () ->
            new reorder.primitive_desc(
                OneDnn.Processor.ENGINE,
                from.desc(),
                OneDnn.Processor.ENGINE,
                to.desc(),
                attributes,
                false));
  }

  /** Copies a part of one array to a part of another one; both may be windows. */
  public static Step move(Arena arena, Memory from, Memory to) {
    return new Reorder(from.layout(), to.layout()).bind(arena, from, to, Spec.attributes());
  }

  /** Adds a part of one array to a part of another one; both may be windows. */
  public static Step add(Arena arena, Memory from, Memory to) {
    return new Reorder(from.layout(), to.layout()).bind(arena, from, to, Spec.adding());
  }

  private Step bind(Arena arena, Memory source, Memory target, primitive_attr attributes) {
    return spec(attributes)
        .call(arena)
        .with(Argument.FROM, source)
        .with(Argument.TO, target)
        .bind();
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
    return move(arena, from, to);
  }
}
