package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.schedule.Schedule;
import dev.assay.standard.activations.Identity;
import dev.assay.standard.noise.Dropout;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The feed-forward part of a transformer (<a href="https://arxiv.org/abs/1706.03762">Vaswani et al.
 * 2017</a>, section 3.3): a {@link Dense} layer to more units, an activation, {@link Dropout} if
 * wanted, and a dense layer back to as many features as there were.
 *
 * <p>In and out: {@code [features]} or {@code [steps, features]}. Named {@code f}, its layers are
 * {@code f.inner}, {@code f.dropout} and {@code f}.
 */
@Doc("A dense layer to more units, an activation, and a dense layer back to the input's features.")
@Elsewhere({"mlp", "ffn"})
@Example(
    value = "{type: feed_forward, units: 64}",
    of = "[10, 32]",
    makes = "[10, 32]",
    parameters = 4192)
public record FeedForward(
    @Doc("Units of the inner layer.") @Positive int units,
    @Doc("What is done to each of them.") @Default("relu") Activation activation,
    @Doc("The probability that one of them is dropped in training.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Schedule dropout,
    @Doc("Whether a learned number is added to each output of both layers.") @Default("true")
        boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Composite {

  @Override
  public Map<String, Layer> layers(Site site) {
    int features = site.featuresOrSequence().dim(-1);
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("inner", new Dense(units, activation, bias, weightInit));
    if (dropout.greatest() > 0) {
      parts.put("dropout", new Dropout(dropout));
    }
    parts.put("", new Dense(features, new Identity(), bias, weightInit));
    return parts;
  }
}
