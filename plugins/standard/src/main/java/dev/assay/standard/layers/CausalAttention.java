package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head self-attention in which a step sees itself and earlier steps (<a
 * href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017</a>, section 3.2). For each head,
 * with steps as rows:
 *
 * <pre>
 * Q = x W_Q,  K = x W_K,  V = x W_V,     A = softmax(s Q K' + D),     head = A V,
 * y = [head_1 ... head_h] W_O
 * </pre>
 *
 * where {@code D} is 0 on and below the diagonal and minus infinity above it, and {@code s} is
 * {@code 1/sqrt(head_size)} if scaled, else 1.
 *
 * <p>In and out: {@code [steps, features]}. Parameters: {@code W_Q}, {@code W_K}, {@code W_V
 * [features, heads head_size]}, {@code W_O [heads head_size, features]}, and with biases {@code
 * b_Q}, {@code b_K}, {@code b_V [heads head_size]}, {@code b_O [features]}.
 */
@Doc("Self-attention in which a step sees itself and earlier steps.")
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

  @Override
  public Shape shape(Site site) {
    headSize(site);
    return site.sequence();
  }

  private int headSize(Site site) {
    int features = site.sequence().dim(1);
    if (headSize != null) {
      return headSize;
    }
    if (features % heads != 0) {
      throw new ShapeException(
          "has %d heads, which do not divide %d features".formatted(heads, features),
          "a `head_size` of its own, or a number of heads that divides the features, would fit");
    }
    return features / heads;
  }

  @Override
  public List<Parameter> parameters(Site site) {
    int features = site.input().dim(1);
    int inner = heads * headSize(site);
    List<Parameter> parameters = new ArrayList<>();
    for (String name : List.of("Q", "K", "V")) {
      parameters.add(Parameter.weight("W_" + name, "W" + name, features, inner));
    }
    parameters.add(Parameter.weight("W_O", "WO", inner, features));
    if (bias) {
      for (String name : List.of("Q", "K", "V")) {
        parameters.add(Parameter.bias("b_" + name, "b" + name, inner));
      }
      parameters.add(Parameter.bias("b_O", "bO", features));
    }
    return parameters;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    int size = headSize(site);
    double scale = scaled ? 1 / Math.sqrt(size) : 1;
    return new Vertex.Own(
        () -> new CausalAttentionOperation(heads, size, scale, bias),
        parameters(site),
        initializer);
  }

  @Override
  public long flops(Site site) {
    long steps = site.input().dim(0);
    long inner = (long) heads * headSize(site);
    return 8 * steps * site.input().dim(1) * inner + 4 * steps * steps * inner;
  }
}
