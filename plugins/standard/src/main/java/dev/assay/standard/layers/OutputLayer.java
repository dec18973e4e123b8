package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Identity;
import jakarta.validation.constraints.Positive;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usual end of a network: a {@link Dense} layer with as many units as the target needs, and the
 * loss.
 *
 * <p>In: {@code [features]} or {@code [steps, features]}. Out: predictions, as many for each row as
 * the loss needs for the target.
 */
@Doc(
    "The usual end of a network: a dense layer with as many units as the target needs, and the loss.")
@Elsewhere({"head", "classifier", "rnn_output"})
public record OutputLayer(
    @Doc("What training makes small.") Loss loss,
    @Doc(
            value =
                "How many of a sequence's last steps count; as many as the target has if left out.",
            unit = "steps")
        @Positive
        @Nullable Integer last,
    @Doc("The target's name, where the data has several.") @Nullable String target,
    @Doc("What the loss is multiplied by, where the network has several.") @Default("1") @Positive
        double weight,
    @Doc("Whether a learned number is added to each output.") @Default("true") boolean bias,
    @Doc("How the weights start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Composite {

  @Override
  public Map<String, Layer> layers(Site site) {
    Head head = new Head(loss, last, target, weight);
    if (site.input().rank() > 2) {
      throw new ShapeException(
          "takes features [n] or a sequence [steps, n], not " + site.input().describe(),
          end(head, site));
    }
    Activation none = new Identity();
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("", new Dense(head.width(site), none, bias, weightInit));
    parts.put(Head.PART, head);
    return parts;
  }

  /** What ends a network that makes more axes than a dense layer takes. */
  private static String end(Head head, Site site) {
    Shape wanted = head.field(site).shape();
    return wanted.rank() > 1
        ? "`loss` compares it as it is with a target of %s".formatted(wanted.describe())
        : "a `flatten` before it makes features [%d]".formatted(site.input().size());
  }
}
