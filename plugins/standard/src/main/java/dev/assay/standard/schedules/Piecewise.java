package dev.assay.standard.schedules;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Collections;
import java.util.List;

/** One number after the other, each for some epochs. */
@Doc("One number after the other, each from some epoch on.")
@Consistent
@Elsewhere({"map", "multi_step", "piecewise_constant"})
public record Piecewise(
    @Doc("The numbers.") @NotEmpty List<@PositiveOrZero Double> values,
    @Doc(value = "When each of them but the first one begins, in order.", unit = "epochs")
        List<@Positive Double> at)
    implements Schedule, CrossField {

  @Override
  public List<Clash> clashes() {
    if (values.size() != at.size() + 1) {
      return List.of(
          new Clash(
              "at",
              "`at` has one number less than `values`, and %d is not one less than %d"
                  .formatted(at.size(), values.size())));
    }
    boolean sorted = at.equals(at.stream().sorted().distinct().toList());
    return sorted ? List.of() : List.of(new Clash("at", "`at` goes up"));
  }

  @Override
  public double at(Moment moment) {
    return values.get((int) at.stream().filter(begin -> begin <= moment.epochs()).count());
  }

  @Override
  public double greatest() {
    return Collections.max(values);
  }
}
