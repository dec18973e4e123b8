package dev.assay.engine.architecture;

import dev.assay.config.bind.Kind;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import java.util.Map;

/**
 * What weights are disturbed by in each training step: the step's outputs and gradients are those
 * of the disturbed weights, and what is changed by them are the weights themselves.
 */
@Kind(value = "weight noise", plural = "weight noises")
public interface WeightNoise {

  /**
   * Draws what is done to some weights: {@code factor w + shift}.
   *
   * @param moment of the training
   * @param first the place of the first of them in the network's parameter vector
   * @param factors one for each of them, to be filled
   * @param shifts the same, of zeros
   */
  void draw(Chance chance, Moment moment, long first, double[] factors, double[] shifts);

  /** Its numbers that may change while the network is trained, by key. */
  default Map<String, Schedule> schedules() {
    return Map.of();
  }
}
