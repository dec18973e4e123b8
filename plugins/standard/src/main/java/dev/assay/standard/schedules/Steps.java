package dev.assay.standard.schedules;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/** Stays for some epochs, then falls at once: {@code from factor^floor(epoch / every)}. */
@Doc("Stays for some epochs, then falls at once, again and again.")
@Elsewhere({"step_lr", "step_decay"})
public record Steps(
    @Doc("What it starts with.") @PositiveOrZero double from,
    @Doc("What it is multiplied by.") @Default("0.1") @Positive double factor,
    @Doc(value = "How long it stays.", unit = "epochs") @Positive int every)
    implements Schedule {

  @Override
  public double at(Moment moment) {
    long epochs = moment.step() / moment.stepsPerEpoch();
    return from * Math.pow(factor, Math.floor((double) epochs / every));
  }

  @Override
  public double greatest() {
    return factor > 1 ? Double.POSITIVE_INFINITY : from;
  }
}
