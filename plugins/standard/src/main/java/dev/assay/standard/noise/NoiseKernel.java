package dev.assay.standard.noise;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.noise.Noise.Drawn;
import java.util.Arrays;
import java.util.List;

/** The kernel of a {@link Noise}, of which each thread draws what its own samples need. */
public final class NoiseKernel {

  private final Noise layer;
  private final Shape shape;
  private final Shard shard;
  private final long place;
  private final Drawn drawn;
  private final float[] numbers;

  private NoiseKernel(Noise layer, Binding at) {
    this.layer = layer;
    this.shape = at.shape();
    this.shard = at.shard();
    this.place = at.place();
    this.numbers = new float[at.rows() * shape.size()];
    this.drawn = new Drawn(new double[numbers.length], new double[numbers.length]);
  }

  /** Binds a layer. */
  public static Kernel bind(Noise layer, Binding at) {
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    if (!at.training()) {
      at.pass(x.memory(), null);
      return Kernel.of(List.of(x.move()), List.of());
    }
    NoiseKernel kernel = new NoiseKernel(layer, at);
    Memory y = at.produce(plain);
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), () -> kernel.forward(x.memory(), y)), List.of());
    }
    Port dy = at.outputGradient(plain);
    return Kernel.of(
        List.of(x.move(), () -> kernel.forward(x.memory(), y)),
        List.of(dy.move(), () -> kernel.backward(dy.memory(), dx.memory()), dx.move()));
  }

  private void forward(Memory x, Memory y) {
    Arrays.fill(drawn.shifts(), 0);
    Chance chance = Chance.of(shard.seed(), place, shard.clock().step());
    Moment moment = shard.clock().moment();
    layer.draw(chance, moment, shape, (long) shard.first() * shape.size(), drawn);
    x.numbers().get(0, numbers);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (numbers[i] * drawn.factors()[i] + drawn.shifts()[i]);
    }
    y.numbers().put(0, numbers);
  }

  private void backward(Memory dy, Memory dx) {
    dy.numbers().get(0, numbers);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (numbers[i] * drawn.factors()[i]);
    }
    dx.numbers().put(0, numbers);
  }
}
