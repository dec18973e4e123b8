package dev.assay.standard.layers;

import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Matmul;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Softmax;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;

/** What attention is computed with. */
record AttentionSteps(Arena arena) {

  /** Added to a score, it leaves no weight. */
  static final float NEVER = -1e30f;

  /** {@code c = by a b}, for each sample and head. */
  Step product(Memory a, Memory b, Memory c, double by) {
    return product(new Matmul(a.layout(), b.layout(), c.layout(), by).forward(), a, b, c);
  }

  /** {@code c = c + by a b}, for each sample and head. */
  Step addedProduct(Memory a, Memory b, Memory c, double by) {
    return product(new Matmul(a.layout(), b.layout(), c.layout(), by).onto(), a, b, c);
  }

  private Step product(Spec product, Memory a, Memory b, Memory c) {
    return product
        .call(arena)
        .with(Argument.SOURCE, a)
        .with(Argument.WEIGHTS, b)
        .with(Argument.DESTINATION, c)
        .bind();
  }

  /** Adds a mask to the scores; its axes of length 1 stand for all. */
  Step hide(Memory scores, Memory mask) {
    return Binary.ADD.bind(arena, scores, mask, scores);
  }

  /** Makes weights of scores, in place. */
  Step softmax(Memory scores) {
    return Softmax.forward(arena, scores, scores);
  }

  /** Makes, in place, the gradient by the scores of that by the weights. */
  Step softmaxBackward(Memory weights, Memory gradient) {
    return Softmax.backward(arena, weights, gradient, gradient);
  }
}
