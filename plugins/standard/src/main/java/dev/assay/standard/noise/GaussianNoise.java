package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Arrays;

/** Adds normal numbers of mean 0. */
@Doc("While training, adds normal numbers of mean 0.")
@Example(value = "{type: gaussian_noise, deviation: 0.1}", of = "[20]", makes = "[20]")
public record GaussianNoise(@Doc("Their standard deviation.") @PositiveOrZero double deviation)
    implements Noise {

  @Override
  public void draw(Chance chance, Shape shape, long first, Drawn into) {
    Arrays.fill(into.factors(), 1);
    for (int i = 0; i < into.shifts().length; i++) {
      into.shifts()[i] = deviation * chance.normal(first + i);
    }
  }
}
