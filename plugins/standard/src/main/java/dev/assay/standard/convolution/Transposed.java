package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Site;
import java.util.List;

/** A {@link Convolving} layer the other way round, with windows as its keys say. */
public interface Transposed extends Convolving {

  int filters();

  int groups();

  List<Integer> kernel();

  List<Integer> stride();

  List<Integer> padding();

  List<Integer> outputPadding();

  List<Integer> dilation();

  @Override
  default boolean transposed() {
    return true;
  }

  @Override
  default List<Integer> extra() {
    return Grid.each(outputPadding(), axes());
  }

  @Override
  default Windows windows(Site site) {
    List<Margin> margins = padding().stream().map(Margin::new).toList();
    Grid grid = Grid.of(site, axes());
    return Windows.on(grid, filters(), groups(), kernel(), stride(), margins, dilation());
  }
}
