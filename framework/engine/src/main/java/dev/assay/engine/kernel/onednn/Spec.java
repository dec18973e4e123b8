package dev.assay.engine.kernel.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;

/** A primitive that oneDNN has chosen, before it is bound to memory. */
public final class Spec {

  private final primitive_desc_base chosen;

  private Spec(primitive_desc_base chosen) {
    this.chosen = chosen;
  }

  /**
   * Lets oneDNN choose.
   *
   * @throws UnsupportedException if it has nothing for this
   */
  static Spec of(String what, Supplier<? extends primitive_desc_base> choice) {
    try {
      return new Spec(choice.get());
    } catch (RuntimeException e) {
      throw new UnsupportedException(
          "oneDNN has no %s for this (%s)".formatted(what, e.getMessage()));
    }
  }

  /** Attributes that leave it to the arena where a primitive keeps what it needs meanwhile. */
  static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl.dnnl_scratchpad_mode_user);
    return attributes;
  }

  /** Attributes that make a primitive add its result to what is there. */
  static primitive_attr adding() {
    post_ops after = new post_ops();
    after.append_sum();
    primitive_attr attributes = attributes();
    attributes.set_post_ops(after);
    return attributes;
  }

  /** How an argument must lie in memory. */
  public Layout layout(Argument argument) {
    memory.desc found = chosen.query_md(dnnl.dnnl_query_exec_arg_md, argument.number());
    long[] dims = new long[found.data().ndims()];
    for (int axis = 0; axis < dims.length; axis++) {
      dims[axis] = found.data().dims().get(axis);
    }
    return new Layout(found, dims);
  }

  /** Which of oneDNN's implementations it is: {@code jit:avx512_core}. */
  public String implementation() {
    return chosen.impl_info_str().getString();
  }

  /** Whether it is oneDNN's slow way out, which serves any case. */
  public boolean isSlow() {
    return implementation().contains("ref");
  }

  /** Begins to bind it to memory. */
  public Call call(Arena arena) {
    return new Call(arena);
  }

  /** A primitive that is being bound. */
  public final class Call {
    private final Arena arena;
    private final List<Argument> arguments = new ArrayList<>();
    private final List<Memory> memories = new ArrayList<>();

    private Call(Arena arena) {
      this.arena = arena;
    }

    /**
     * Binds an argument. oneDNN does not look whether memory is what the primitive expects, and
     * would overwrite what lies behind it; so it is checked here.
     */
    public Call with(Argument argument, Memory memory) {
      Layout wanted = layout(argument);
      if (!wanted.matches(memory.layout())) {
        throw new IllegalArgumentException(
            "%s of %s is %s in another layout, or %s"
                .formatted(argument, implementation(), memory.layout(), wanted));
      }
      arguments.add(argument);
      memories.add(memory);
      return this;
    }

    /** The primitive, ready to run. */
    public Step bind() {
      // oneDNN's own scratchpad belongs to the thread that made the primitive, not that runs it.
      memory.desc scratch = chosen.scratchpad_desc();
      if (scratch.get_size() > 0) {
        arguments.add(Argument.SCRATCHPAD);
        memories.add(arena.scratch(new Layout(scratch, scratch.get_size())));
      }
      int count = arguments.size();
      dnnl_exec_arg_t bound = arena.keep(new dnnl_exec_arg_t(count));
      for (int i = 0; i < count; i++) {
        bound.position(i).arg(arguments.get(i).number()).memory(memories.get(i).handle().get());
      }
      bound.position(0);
      dnnl_primitive function = arena.primitive(chosen).get();
      dnnl_stream stream = arena.stream().get();
      arena.uses(implementation());
      return () -> {
        int status = dnnl.dnnl_primitive_execute(function, stream, count, bound);
        if (status != 0) {
          throw new IllegalStateException(
              "%s failed with status %d".formatted(implementation(), status));
        }
      };
    }
  }
}
