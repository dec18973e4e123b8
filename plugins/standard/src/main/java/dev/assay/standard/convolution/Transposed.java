package dev.assay.standard.convolution;

import dev.assay.config.bind.CrossField;
import dev.assay.engine.architecture.Site;
import java.util.List;
import java.util.stream.IntStream;

/** A {@link Convolving} layer the other way round, with windows as its keys say. */
public interface Transposed extends Convolving, CrossField {

  int filters();

  int groups();

  List<Integer> kernel();

  List<Integer> stride();

  List<Margin> padding();

  List<Integer> outputPadding();

  List<Integer> dilation();

  @Override
  default boolean transposed() {
    return true;
  }

  @Override
  default List<Clash> clashes() {
    boolean same = padding().stream().anyMatch(Margin::isSame);
    boolean more = outputPadding().stream().anyMatch(points -> points > 0);
    return same && more
        ? List.of(
            new Clash("outputPadding", "`padding: same` says already how large the output is"))
        : List.of();
  }

  /** A window that is shorter than the stride leaves gaps, of which the last is output, too. */
  @Override
  default List<Integer> extra(Windows windows) {
    List<Margin> margins = Grid.each(padding(), axes());
    List<Integer> more = Grid.each(outputPadding(), axes());
    return IntStream.range(0, axes())
        .mapToObj(
            axis ->
                margins.get(axis).isSame()
                    ? Math.max(0, windows.stride().get(axis) - windows.reach(axis))
                    : more.get(axis))
        .toList();
  }

  /** Those of the convolution that leads back, whose input has a stride for each point of this. */
  @Override
  default Windows windows(Site site) {
    Grid grid = Grid.of(site, axes());
    List<Integer> stride = Grid.each(stride(), axes());
    List<Integer> size =
        IntStream.range(0, axes())
            .mapToObj(axis -> Math.multiplyExact(grid.size().get(axis), stride.get(axis)))
            .toList();
    return Windows.on(
        grid.sized(size), filters(), groups(), kernel(), stride(), padding(), dilation());
  }
}
