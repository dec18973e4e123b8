package dev.assay.standard.losses;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;
import dev.assay.standard.loops.InnerProduct;

/**
 * How far the direction of a prediction is from that of its target: {@code 1 - c}, with the cosine
 * {@code c = z t / (|z| |t|)} of the angle between them, so 0 at best and 2 at worst. Its
 * derivative by z is {@code (c z / |z| - t / |t|) / |z|}. What has no length has no direction
 * either: it is at a distance of 1, and has no gradient.
 */
@Doc(
    "How far the direction of a row is from that of its target: 1 less the cosine of the angle"
        + " between them, from 0 to 2.")
@Elsewhere({"cosine_similarity", "cosine_proximity", "cosine_embedding", "cosine_embedding_loss"})
public record CosineDistance() implements Loss {

  @Override
  public int width(Shape target) {
    if (target.isSymbols() || target.size() < 2) {
      throw new ShapeException(
          "compares directions of two numbers or more, and the target is " + target.describe());
    }
    return target.size();
  }

  @Override
  public Activation activation() {
    return new Identity();
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double length = Math.sqrt(InnerProduct.of(logits, logits));
    double wanted = Math.sqrt(InnerProduct.of(target, target));
    boolean directed = length > 0 && wanted > 0;
    double cosine = directed ? InnerProduct.of(logits, target) / length / wanted : 0;
    for (int i = 0; i < logits.length; i++) {
      gradient[i] = directed ? (cosine * logits[i] / length - target[i] / wanted) / length : 0;
    }
    return 1 - cosine;
  }
}
