package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Chance;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.DecimalMin;
import java.util.Arrays;
import java.util.Map;

/** Adds normal numbers of mean 0. */
@Doc("While training, adds normal numbers of mean 0.")
@Example(value = "{type: gaussian_noise, deviation: 0.1}", of = "[20]", makes = "[20]")
public record GaussianNoise(@Doc("Their standard deviation.") @DecimalMin("0") Schedule deviation)
    implements Noise {

  @Override
  public Map<String, Schedule> schedules() {
    return Map.of("deviation", deviation);
  }

  @Override
  public void draw(Chance chance, Moment moment, Shape shape, long first, Drawn into) {
    double now = deviation.at(moment);
    Arrays.fill(into.factors(), 1);
    for (int i = 0; i < into.shifts().length; i++) {
      into.shifts()[i] = now * chance.normal(first + i);
    }
  }
}
