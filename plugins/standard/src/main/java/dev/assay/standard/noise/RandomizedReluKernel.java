package dev.assay.standard.noise;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.List;

/** The kernel of {@link RandomizedRelu}, of which each thread draws what its own samples need. */
public final class RandomizedReluKernel {

  private final RandomizedRelu layer;
  private final boolean training;
  private final Shard shard;
  private final long place;
  private final long first;
  private final float[] numbers;
  private final float[] factors;

  private RandomizedReluKernel(RandomizedRelu layer, Binding at) {
    this.layer = layer;
    this.training = at.training();
    this.shard = at.shard();
    this.place = at.place();
    this.first = (long) shard.first() * at.shape().size();
    this.numbers = new float[at.rows() * at.shape().size()];
    this.factors = new float[numbers.length];
  }

  /** Binds the layer. */
  public static Kernel bind(RandomizedRelu layer, Binding at) {
    RandomizedReluKernel kernel = new RandomizedReluKernel(layer, at);
    Layout plain = at.plain(at.shape());
    Port x = at.input(plain);
    Memory y = at.produce(plain);
    Step forward = () -> kernel.forward(x.memory(), y);
    Port dx = at.inputGradient(plain);
    if (dx == null) {
      return Kernel.of(List.of(x.move(), forward), List.of());
    }
    Port dy = at.outputGradient(plain);
    Step backward = () -> kernel.multiply(dy.memory(), dx.memory());
    return Kernel.of(List.of(x.move(), forward), List.of(dy.move(), backward, dx.move()));
  }

  private void forward(Memory x, Memory y) {
    x.numbers().get(0, numbers);
    Chance chance = Chance.of(shard.seed(), place, shard.clock().step());
    for (int i = 0; i < numbers.length; i++) {
      double factor =
          training ? layer.drawn(numbers[i], chance, first + i) : layer.settled(numbers[i]);
      factors[i] = (float) factor;
    }
    multiply(x, y);
  }

  private void multiply(Memory from, Memory to) {
    from.numbers().get(0, numbers);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factors[i];
    }
    to.numbers().put(0, numbers);
  }
}
