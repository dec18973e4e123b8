package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** DL4J's pooling of images, which knows no mean without padding. */
final class Subsampling {

  private Subsampling() {}

  /** DL4J's own where there is no padding, else ours. */
  static Vertex of(Pooled layer, PoolingType type, Site site) {
    Windows windows = layer.windows(layer.grid(site));
    if (windows.reachBeyond()) {
      return layer.own(site);
    }
    return Vertex.of(
        new SubsamplingLayer.Builder(type)
            .kernelSize(Windows.ints(windows.kernel()))
            .stride(Windows.ints(windows.stride()))
            .convolutionMode(ConvolutionMode.Truncate)
            .build());
  }
}
