package dev.assay.standard.activations;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * The number times the probability that a normal variable is smaller: {@code x Phi(x)} (<a
 * href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel 2016</a>).
 */
@Doc("The number times the probability that a normal variable is smaller.")
public record Gelu(@Doc("How it is computed.") @Default("exact") Form form) implements Activation {

  /** How it is computed. */
  public enum Form {
    @Doc("By the error function.")
    EXACT,
    @Doc("By the paper's approximation with tanh, which GPT-2 was trained with.")
    TANH
  }

  @Override
  public IActivation function() {
    return form == Form.EXACT ? new ExactGelu() : new TanhGelu();
  }

  @Override
  public boolean derivedFromInput() {
    return true;
  }
}
