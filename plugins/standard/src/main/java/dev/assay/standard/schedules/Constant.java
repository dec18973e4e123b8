package dev.assay.standard.schedules;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.PositiveOrZero;

/** The same number at all times. */
@Doc("The same number at all times.")
@Elsewhere("fixed")
public record Constant(@Doc("The number.") @PositiveOrZero double value) implements Schedule {

  @Override
  public double at(Moment moment) {
    return value;
  }

  @Override
  public boolean isConstant() {
    return true;
  }

  @Override
  public double greatest() {
    return value;
  }
}
