package dev.assay.standard.noise;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.schedule.Schedule;
import java.util.List;

/**
 * {@link Dropout}: whether a number is dropped follows from the seed, the step, the sample's place
 * in the batch and the number's place in the sample, so that it does not matter which thread
 * computes it.
 */
public final class DropoutKernel {

  private final Schedule schedule;
  private final Shard shard;
  private final long place;
  private final int size;
  private final Memory mask;
  private final float[] kept;

  private DropoutKernel(Dropout layer, Binding at, Layout plain) {
    this.schedule = layer.rate();
    this.shard = at.shard();
    this.place = at.place();
    this.size = at.shape().size();
    this.mask = at.arena().allocate(plain);
    this.kept = new float[mask.length()];
  }

  /** Binds the layer. */
  public static Kernel bind(Dropout layer, Binding at) {
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    if (!at.training()) {
      at.pass(x.memory(), null);
      return Kernel.of(List.of(x.move()), List.of());
    }
    DropoutKernel kernel = new DropoutKernel(layer, at, plain);
    Step forward = kernel.masked(at, x.memory(), at.produce(plain));
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), kernel::draw, forward), List.of());
    }
    Port dy = at.outputGradient(plain);
    return Kernel.of(
        List.of(x.move(), kernel::draw, forward),
        List.of(dy.move(), kernel.masked(at, dy.memory(), dx.memory()), dx.move()));
  }

  private Step masked(Binding at, Memory from, Memory to) {
    return Binary.MULTIPLY.bind(at.arena(), from, mask, to);
  }

  private void draw() {
    double rate = schedule.at(shard.clock().moment());
    float scale = (float) (1 / (1 - rate));
    Chance chance = Chance.of(shard.seed(), place, shard.clock().step());
    long first = (long) shard.first() * size;
    for (int i = 0; i < kept.length; i++) {
      kept[i] = chance.happens(rate, first + i) ? 0 : scale;
    }
    mask.numbers().put(0, kept);
  }
}
