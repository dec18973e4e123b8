package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Site;
import java.util.List;

/** Windows as the layer's keys say; they move as far as they are long where it has no stride. */
public interface WindowKeys extends Windowed {

  /** How many axes its input has beside the channels. */
  int axes();

  List<Integer> kernel();

  List<Integer> stride();

  List<Margin> padding();

  @Override
  default Grid grid(Site site) {
    return Grid.of(site, axes());
  }

  @Override
  default List<Integer> kernel(Grid grid) {
    return kernel();
  }

  @Override
  default List<Integer> stride(Grid grid) {
    return stride().isEmpty() ? kernel() : stride();
  }

  @Override
  default List<Margin> beyond() {
    return padding();
  }
}
