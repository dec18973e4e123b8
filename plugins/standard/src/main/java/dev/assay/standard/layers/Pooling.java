package dev.assay.standard.layers;

import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** What all kinds of pooling share. */
record Pooling(Extent kernel, Extent stride) {

  Shape shape(Site site) {
    Shape image = site.image();
    Extent size = new Extent(image.dim(1), image.dim(2));
    Extent positions = Extent.positions(size, kernel, stride, new Extent(0, 0));
    return Shape.of(image.dim(0), positions.height(), positions.width());
  }

  Vertex vertex(PoolingType type) {
    return Vertex.of(
        new SubsamplingLayer.Builder(type)
            .kernelSize(kernel.array())
            .stride(stride.array())
            .convolutionMode(ConvolutionMode.Truncate)
            .build());
  }

  long flops(Site site) {
    return (long) shape(site).size() * kernel.height() * kernel.width();
  }
}
