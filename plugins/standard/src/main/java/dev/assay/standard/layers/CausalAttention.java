package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link MultiHeadAttention} of a sequence to itself in which no step sees a later one. */
@Doc("Self-attention in which a step sees itself and earlier steps.")
@Example(
    value = "{type: causal_attention, heads: 4}",
    of = "[10, 32]",
    makes = "[10, 32]",
    parameters = 4224)
public record CausalAttention(
    @Doc("How many times attention is computed side by side.") @Default("1") @Positive int heads,
    @Doc("Features of each head; the input's divided by the heads if left out.") @Positive
        @Nullable Integer headSize,
    @Doc("Whether scores are divided by the square root of the head's size.") @Default("true")
        boolean scaled,
    @Doc("Whether learned numbers are added after each product.") @Default("true") boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  /** The same layer, with its one choice said. */
  MultiHeadAttention general() {
    return new MultiHeadAttention(heads, headSize, true, scaled, bias, weightInit);
  }

  @Override
  public Shape shape(Site site) {
    site.sequence();
    return general().shape(site);
  }

  @Override
  public Map<String, Shape> inside(Site site) {
    return general().inside(site);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return general().parameters(site);
  }

  @Override
  public Reach reach() {
    return Reach.PAST;
  }

  @Override
  public Vertex vertex(Site site) {
    return general().vertex(site);
  }

  @Override
  public long flops(Site site) {
    return general().flops(site);
  }

  @Override
  public Footprint footprint(Site site) {
    return general().footprint(site);
  }
}
