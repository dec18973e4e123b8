package dev.assay.standard.activations;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * {@code 1.7159 tanh(2 x / 3)}, the function of <a
 * href="http://yann.lecun.com/exdb/publis/pdf/lecun-98b.pdf">LeCun et al. 1998</a>, section 4.4,
 * with a ratio of polynomials for tanh: {@code tanh(u)} is about {@code sign(u) (1 - 1 / p(|u|))},
 * where {@code p(u) = 1 + u + u^2 + 1.41645 u^4}.
 */
@Doc("1.7159 tanh(2 x / 3), with a ratio of polynomials for tanh.")
public record RationalTanh() implements Activation {

  private static final double HEIGHT = 1.7159;
  private static final double PACE = 2.0 / 3;
  private static final double FOURTH = 1.41645;

  /** Its value at x. */
  static double at(double x) {
    return HEIGHT * Math.signum(x) * (1 - 1 / polynomial(Math.abs(PACE * x)));
  }

  /** Its derivative at x: {@code 1.7159 (2 / 3) p'(u) / p(u)^2}. */
  static double slope(double x) {
    double u = Math.abs(PACE * x);
    double p = polynomial(u);
    return HEIGHT * PACE * (1 + 2 * u + 4 * FOURTH * u * u * u) / (p * p);
  }

  private static double polynomial(double u) {
    return 1 + u + u * u + FOURTH * u * u * u * u;
  }

  @Override
  public IActivation function() {
    return new Curve(RationalTanh::at, RationalTanh::slope);
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
