package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;

/** A function of each number. In and out: any shape. */
@Doc("A function of each number.")
public record Activate(@Doc("The function.") Activation activation) implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.input();
  }

  @Override
  public Vertex vertex(Site site) {
    return Vertex.of(new ActivationLayer(activation.function()));
  }

  @Override
  public long flops(Site site) {
    return site.input().size();
  }
}
