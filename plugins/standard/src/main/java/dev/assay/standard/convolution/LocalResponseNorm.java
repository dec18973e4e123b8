package dev.assay.standard.convolution;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.standard.loops.LoopCombination;
import dev.assay.standard.loops.Loops;
import jakarta.validation.constraints.Positive;
import java.util.List;

/**
 * Divides each number of an image by what the channels next to it say of the same pixel (<a
 * href="https://papers.nips.cc/paper/4824">Krizhevsky et al. 2012</a>, section 3.3): {@code y_c =
 * x_c / (k + alpha sum over c' of x_c'^2)^beta}, where c' are the {@code size} channels around c,
 * as far as there are any. So it stands in the paper, in TensorFlow and in DL4J; PyTorch and Caffe
 * divide alpha by the size, so theirs is {@code size} times as large for the same result.
 *
 * <p>In and out: {@code [channels, height, width]}.
 */
@Doc(
    "Divides each number by what those of the channels around it make up to; `alpha` counts for each"
        + " channel, where PyTorch divides it by `size`.")
@Elsewhere({"lrn", "local_response_normalization"})
@Consistent
@Example(value = "{type: local_response_norm}", of = "[16, 28, 28]", makes = "[16, 28, 28]")
public record LocalResponseNorm(
    @Doc("How many channels count, the one in their middle included; an odd number.")
        @Default("5")
        @Positive
        int size,
    @Doc("What the sum of their squares is multiplied by.") @Default("1e-4") @Positive double alpha,
    @Doc("The power of the sum that divides.") @Default("0.75") @Positive double beta,
    @Doc("What is added to the sum, so that it is not 0.") @Default("2") @Positive double k)
    implements Layer, CrossField {

  @Override
  public List<Clash> clashes() {
    return size % 2 == 1
        ? List.of()
        : List.of(new Clash("size", "`size` must be odd: as many channels before as behind"));
  }

  @Override
  public Shape shape(Site site) {
    return site.image();
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new LoopCombination(neighbours(site), shape(site)));
  }

  /** Its mathematics. */
  Loops neighbours(Site site) {
    return new Neighbours(this, Grid.of(site, 2));
  }

  @Override
  public long flops(Site site) {
    return (long) shape(site).size() * size;
  }

  /** Beside the output, what each number was divided by. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    return new Footprint(numbers, numbers, 0).with(Images.AS_GIVEN);
  }
}
