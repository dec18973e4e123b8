package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.loops.LoopCombination;
import dev.assay.standard.loops.LoopKernel;
import jakarta.validation.constraints.Positive;

/**
 * Divides the features of each sample, or of each step of a sequence, by their Euclidean norm, so
 * that they are a vector of length 1: {@code y = x / max(|x|, epsilon)}.
 *
 * <p>In and out: {@code [features]} or {@code [steps, features]}.
 */
@Doc("Divides the features of each sample or step by their Euclidean norm, which is then 1.")
@Elsewhere({"normalize", "unit_normalization"})
@Example(value = "{type: l2_normalize}", of = "[20]", makes = "[20]")
public record L2Normalize(
    @Doc("The least that is divided by, for features that are all zero.")
        @Default("1e-12")
        @Positive
        double epsilon)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.featuresOrSequence();
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new LoopCombination(directions(site), shape(site)));
  }

  /** Binds the layer. */
  static Kernel bind(L2Normalize layer, Binding at) {
    return LoopKernel.bind(layer.directions(at.site()), at);
  }

  private Directions directions(Site site) {
    return new Directions(epsilon, site.input().dim(-1));
  }

  @Override
  public long flops(Site site) {
    return 3L * site.input().size();
  }
}
