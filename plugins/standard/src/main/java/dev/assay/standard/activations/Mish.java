package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/** x tanh(log(1 + exp(x))) (<a href="https://arxiv.org/abs/1908.08681">Misra 2019</a>). */
@Doc("x tanh(softplus(x)).")
public record Mish() implements Activation {

  @Override
  public IActivation function() {
    return new Curve(x -> x * Math.tanh(Curve.softplus(x)), Mish::derivative);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }

  private static double derivative(double x) {
    double t = Math.tanh(Curve.softplus(x));
    return t + x * (1 - t * t) * Curve.logistic(x);
  }
}
