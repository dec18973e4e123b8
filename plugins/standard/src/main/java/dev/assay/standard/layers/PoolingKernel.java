package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link MaxPool2d} and {@link AvgPool2d}, in the layout that their input has. */
public final class PoolingKernel {

  private PoolingKernel() {}

  /** Binds a layer that takes the largest number. */
  public static Kernel largest(MaxPool2d layer, Binding at) {
    return bind(PoolingWindow.Kind.LARGEST, layer.pooling(), at);
  }

  /** Binds a layer that takes the mean. */
  public static Kernel mean(AvgPool2d layer, Binding at) {
    return bind(PoolingWindow.Kind.MEAN, layer.pooling(), at);
  }

  /** Binds a layer that takes the mean of the whole image or sequence. */
  public static Kernel global(GlobalAvgPool layer, Binding at) {
    if (GlobalAvgPool.isSequence(at.site())) {
      return StepPoolingKernel.bind(StepPooling.Kind.MEAN, at);
    }
    Shape image = at.site().input();
    Extent all = new Extent(image.dim(1), image.dim(2));
    return bind(PoolingWindow.Kind.MEAN, new Pooling(all, all), at);
  }

  private static Kernel bind(PoolingWindow.Kind kind, Pooling pooling, Binding at) {
    Port input = at.input();
    Memory x = input.memory();
    PoolingWindow window =
        new PoolingWindow(
            kind, x.layout(), output(at), pair(pooling.kernel()), pair(pooling.stride()));
    Spec forward = window.forward(at.training());
    Memory y = at.produce(forward.layout(Argument.DESTINATION));
    boolean marks = kind == PoolingWindow.Kind.LARGEST && at.training();
    Memory marked = marks ? at.arena().allocate(forward.layout(Argument.WORKSPACE)) : null;
    Spec.Call there =
        with(forward.call(at.arena()), marked)
            .with(Argument.SOURCE, x)
            .with(Argument.DESTINATION, y);
    Port dx = at.inputGradient(x.layout());
    if (dx == null) {
      return Kernel.of(List.of(input.move(), there.bind()), List.of());
    }
    Port dy = at.outputGradient(y.layout());
    Spec.Call back =
        with(
                new PoolingWindow(kind, x.layout(), y.layout(), window.kernel(), window.stride())
                    .backward()
                    .call(at.arena()),
                marked)
            .with(Argument.DESTINATION_GRADIENT, dy.memory())
            .with(Argument.SOURCE_GRADIENT, dx.memory());
    return Kernel.of(
        List.of(input.move(), there.bind()), List.of(dy.move(), back.bind(), dx.move()));
  }

  /** As oneDNN likes it; an image again, even where nothing but its channels is left. */
  private static Layout output(Binding at) {
    Shape shape = at.shape();
    return shape.rank() == 1
        ? Layout.any(at.rows(), shape.dim(0), 1, 1)
        : Layout.any(at.rows(), shape.dim(0), shape.dim(1), shape.dim(2));
  }

  private static Spec.Call with(Spec.Call call, @Nullable Memory marked) {
    return marked == null ? call : call.with(Argument.WORKSPACE, marked);
  }

  private static long[] pair(Extent extent) {
    return new long[] {extent.height(), extent.width()};
  }
}
