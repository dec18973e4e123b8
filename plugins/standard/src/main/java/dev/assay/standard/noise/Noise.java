package dev.assay.standard.noise;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;

/**
 * A layer that multiplies each number by a random factor and adds a random shift while it is
 * trained, and does nothing afterwards. In and out: any shape of numbers.
 */
public interface Noise extends Layer {

  /**
   * What is done to the numbers of some samples.
   *
   * @param factors what they are multiplied by, the last axis fastest
   * @param shifts what is added
   */
  @SuppressWarnings("ArrayRecordComponent") // filled by a layer, read by a loop
  record Drawn(double[] factors, double[] shifts) {}

  /**
   * Draws.
   *
   * @param moment of the training
   * @param shape of a sample
   * @param first the place of the first number in the whole batch
   */
  void draw(Chance chance, Moment moment, Shape shape, long first, Drawn into);

  @Override
  default Shape shape(Site site) {
    site.numbers();
    return site.input();
  }

  @Override
  default Reach reach() {
    return Reach.STEP;
  }

  @Override
  default Vertex vertex(Site site) {
    Shape shape = site.input();
    return new Vertex.Chancy(source -> new NoiseOperation(this, shape, source));
  }

  @Override
  default long flops(Site site) {
    return 2L * site.input().size();
  }

  /** It keeps the numbers and, twice as wide, what it has drawn. */
  @Override
  default Footprint footprint(Site site) {
    long numbers = site.input().size();
    return Footprint.of(numbers).keeping(5 * numbers);
  }
}
