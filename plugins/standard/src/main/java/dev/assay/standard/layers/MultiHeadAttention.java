package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head attention (<a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017</a>, section
 * 3.2): each step {@code x} of a sequence asks, and reads of the steps {@code m} of the same or of
 * another sequence what answers it best. For each head, with steps as rows:
 *
 * <pre>
 * Q = x W_Q,  K = m W_K,  V = m W_V,     A = softmax(s Q K' + D),     head = A V,
 * y = [head_1 ... head_h] W_O
 * </pre>
 *
 * where {@code s} is {@code 1/sqrt(head_size)} if scaled, else 1, and {@code D} is 0; but minus
 * infinity above the diagonal if causal, and for steps m that only fill a sequence up.
 *
 * <p>In: {@code [steps, features]}, and for cross-attention, as a second input, what is read,
 * {@code [other steps, other features]}. Out: {@code [steps, features]}. Inside: {@code scores}
 * before and {@code weights} after softmax, {@code [heads, steps, other steps]}. Parameters: {@code
 * W_Q [features, heads head_size]}, {@code W_K}, {@code W_V [other features, heads head_size]},
 * {@code W_O [heads head_size, features]}, and with biases {@code b_Q}, {@code b_K}, {@code b_V
 * [heads head_size]}, {@code b_O [features]}.
 */
@Doc("Each step reads of all steps, of its own sequence or of a second input, what answers it.")
@Elsewhere({"attention", "self_attention", "cross_attention", "mha"})
@Example(
    value = "{type: multi_head_attention, heads: 4}",
    of = "[10, 32]",
    makes = "[10, 32]",
    parameters = 4224)
@Example(
    value = "{type: multi_head_attention, heads: 4}",
    of = {"[10, 32]", "[7, 32]"},
    makes = "[10, 32]",
    parameters = 4224)
public record MultiHeadAttention(
    @Doc("How many times attention is computed side by side.") @Default("1") @Positive int heads,
    @Doc("Features of each head; the input's divided by the heads if left out.") @Positive
        @Nullable Integer headSize,
    @Doc("Whether a step sees only itself and earlier steps.") @Default("false") boolean causal,
    @Doc("Whether scores are divided by the square root of the head's size.") @Default("true")
        boolean scaled,
    @Doc("Whether learned numbers are added after each product.") @Default("true") boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  /** What {@code s Q K' + D} is called inside. */
  static final String SCORES = "scores";

  @Override
  public Shape shape(Site site) {
    if (site.inputs().size() > 2) {
      throw new ShapeException(
          "takes a sequence, and at most one other to read, not %d inputs"
              .formatted(site.inputs().size()));
    }
    Shape asking = site.sequence(0);
    Shape read = read(site);
    if (causal && site.inputs().size() > 1) {
      throw new ShapeException(
          "is causal, so it reads its own sequence, and no second input",
          "`causal: false` reads all steps of another sequence");
    }
    if (read.dim(0) < 1) {
      throw new ShapeException("has no steps to read");
    }
    sizeOfHeads(site);
    return asking;
  }

  /** The steps that are read. */
  private static Shape read(Site site) {
    return site.sequence(site.inputs().size() - 1);
  }

  int sizeOfHeads(Site site) {
    int features = site.sequence(0).dim(1);
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

  double scale(Site site) {
    return scaled ? 1 / Math.sqrt(sizeOfHeads(site)) : 1;
  }

  @Override
  public Map<String, Shape> inside(Site site) {
    Shape each = Shape.of(heads, site.sequence(0).dim(0), read(site).dim(0));
    return Map.of(SCORES, each, ATTENTION, each);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    int features = site.sequence(0).dim(1);
    int inner = Math.multiplyExact(heads, sizeOfHeads(site));
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weight("W_Q", "WQ", features, inner));
    for (String name : List.of("K", "V")) {
      parameters.add(Parameter.weight("W_" + name, "W" + name, read(site).dim(1), inner));
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
  public Reach reach() {
    return causal ? Reach.PAST : Reach.ALL;
  }

  @Override
  public Padding padding(Site site) {
    return Padding.FIRST;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    return new Vertex.Own(() -> new AttentionOperation(this, site), parameters(site), initializer);
  }

  @Override
  public long flops(Site site) {
    Shape asking = site.sequence(0);
    Shape read = read(site);
    long inner = (long) heads * sizeOfHeads(site);
    return 4 * inner * (asking.size() + read.size()) + 4L * asking.dim(0) * read.dim(0) * inner;
  }

  /** Q and the heads, K and V, and A of each head; a gradient by each of them. */
  @Override
  public Footprint footprint(Site site) {
    int asking = site.sequence(0).dim(0);
    int read = read(site).dim(0);
    int size = sizeOfHeads(site);
    long own = 2L * heads * size * (asking + read);
    List<AttentionTile> tiles =
        AttentionTile.of(new AttentionSizes(1, asking, read, heads, size, causal));
    long scores = tiles.stream().mapToLong(AttentionTile::scores).sum();
    long largest = tiles.stream().mapToLong(AttentionTile::scores).max().orElseThrow();
    return new Footprint(site.sequence(0).size(), own + scores, own + largest);
  }
}
