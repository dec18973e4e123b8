package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;

/**
 * Drops whole channels of an image, or features at all steps of a sequence, and scales the others
 * up (<a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2015</a>): neighbours, which say
 * nearly the same, are dropped together. In and out: {@code [channels, height, width]} or {@code
 * [steps, features]}.
 */
@Doc("While training, drops whole channels of an image, or features of a sequence, at random.")
@Example(value = "{type: spatial_dropout, rate: 0.2}", of = "[6, 28, 28]", makes = "[6, 28, 28]")
public record SpatialDropout(
    @Doc("The probability that a channel or feature is dropped.")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule rate)
    implements Noise {

  @Override
  public Shape shape(Site site) {
    Shape input = site.input();
    if (input.isSymbols() || input.rank() < 2 || input.rank() > 3) {
      throw new ShapeException("takes an image or a sequence, not " + input.describe());
    }
    return input;
  }

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("rate", rate);
  }

  @Override
  public void draw(Chance chance, Moment moment, Shape shape, long first, Drawn into) {
    double now = rate.at(moment);
    boolean image = shape.rank() == 3;
    int channels = shape.dim(image ? 0 : -1);
    int pixels = image ? shape.dim(1) * shape.dim(2) : 1;
    for (int i = 0; i < into.factors().length; i++) {
      long sample = (first + i) / shape.size();
      long channel = i / pixels % channels;
      boolean drops = chance.happens(now, sample * channels + channel);
      into.factors()[i] = drops ? 0 : 1 / (1 - now);
    }
  }
}
