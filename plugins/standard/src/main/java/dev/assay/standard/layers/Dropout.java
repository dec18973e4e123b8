package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/**
 * While training, sets numbers to zero at random and scales the others up, so that the expected
 * value stays (<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>,
 * in its inverted form). In and out: any shape.
 */
@Doc("While training, sets numbers to zero at random and scales the others up.")
public record Dropout(
    @Doc("The probability that a number is dropped.")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double rate)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.input();
  }

  /** DL4J asks for the probability that a number is kept. */
  /** It remembers what it has dropped. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = site.input().size();
    return Footprint.of(numbers).keeping(numbers);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return Vertex.of(new DropoutLayer(1 - rate));
  }
}
