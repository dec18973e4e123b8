package dev.assay.standard.convolution;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.onednn.PoolingWindow;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.layers.StepPooling;
import dev.assay.standard.layers.StepPoolingKernel;
import java.util.List;

/**
 * The largest number of each channel of an image, or of each feature of a sequence, wherever it is;
 * steps that only fill a sequence up are left out.
 *
 * <p>In: {@code [channels, height, width]}, {@code [channels, depth, height, width]} or {@code
 * [steps, features]}. Out: {@code [channels]} or {@code [features]}.
 */
@Doc("The largest number of each channel of an image, or of each feature of a sequence.")
@Elsewhere({"global_max_pooling1d", "global_max_pooling2d"})
public record GlobalMaxPool() implements Pooled {

  @Override
  public PoolingWindow.Kind kind() {
    return PoolingWindow.Kind.LARGEST;
  }

  @Override
  public Grid grid(Site site) {
    int axes = site.input().rank() - 1;
    return Grid.of(site, axes < 1 || axes > 3 ? 2 : axes);
  }

  @Override
  public List<Integer> kernel(Grid grid) {
    return grid.size();
  }

  @Override
  public List<Integer> stride(Grid grid) {
    return grid.size();
  }

  @Override
  public Shape shape(Site site) {
    return Shape.of(grid(site).channels());
  }

  @Override
  public Padding padding(Site site) {
    return grid(site).isSequence() ? Padding.TAKEN : Padding.UNKNOWN;
  }

  @Override
  public Vertex vertex(Site site) {
    return grid(site).isSequence()
        ? new Vertex.Own(
            () -> new StepPooling(StepPooling.Kind.LARGEST), List.of(), site.weightInit())
        : Pooled.super.vertex(site);
  }

  /** Sequences that are padded are taken one by one. */
  public static Kernel kernel(GlobalMaxPool layer, Binding at) {
    return at.lengths(0) == null
        ? PooledKernel.bind(layer, at)
        : StepPoolingKernel.bind(StepPooling.Kind.LARGEST, at);
  }
}
