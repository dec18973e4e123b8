package dev.assay.engine.optimizer;

import dev.assay.engine.optimizer.Layout.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a network, divided among its optimizers.
 *
 * @param shares one for each optimizer
 * @param patches all parameters, in the order of the parameter vector
 */
record Division(List<Share> shares, List<Patch> patches) {

  /** Small enough to stay in a processor's cache, large enough that a call costs nothing. */
  static final int STRETCH = 4096;

  /**
   * What one optimizer changes.
   *
   * @param optimizer with what is done to its regions beside
   * @param length how many numbers it changes; it counts them by themselves, in order
   */
  record Share(Optimizer optimizer, int length) {}

  /**
   * Numbers that one optimizer changes at once, at most {@link #STRETCH}.
   *
   * @param share whose they are
   * @param from where they start in the parameter vector
   * @param offset where they start among those of their share
   * @param count how many there are
   */
  record Patch(int share, int from, int offset, int count) {}

  /** Divides a parameter vector. */
  static Division of(OptimizerSection section, Layout layout, int length) {
    Map<Optimizer, Claim> claims = new LinkedHashMap<>();
    List<Patch> patches = new ArrayList<>();
    for (Run run : runs(section, layout, length)) {
      int before = claims.size();
      Claim claim = claims.computeIfAbsent(run.owner, owner -> new Claim(before));
      patches.addAll(claim.take(run));
    }
    List<Share> shares = new ArrayList<>();
    claims.forEach(
        (owner, claim) -> shares.add(new Share(Treated.over(owner, claim.regions), claim.length)));
    return new Division(List.copyOf(shares), List.copyOf(patches));
  }

  /** Neighbouring regions that one optimizer changes. */
  private record Run(Optimizer owner, List<Region> regions) {}

  private static List<Run> runs(OptimizerSection section, Layout layout, int length) {
    List<Run> runs = new ArrayList<>();
    for (Region region : layout.covering(length)) {
      Optimizer owner = section.optimizer(region.layer(), region.role());
      if (runs.isEmpty() || !runs.get(runs.size() - 1).owner.equals(owner)) {
        runs.add(new Run(owner, new ArrayList<>()));
      }
      runs.get(runs.size() - 1).regions.add(region);
    }
    return runs;
  }

  /** What an optimizer has been given so far. */
  private static final class Claim {
    private final int share;
    private final List<Region> regions = new ArrayList<>();
    private int length;

    Claim(int share) {
      this.share = share;
    }

    List<Patch> take(Run run) {
      List<Patch> patches = new ArrayList<>();
      int from = run.regions.get(0).from();
      int offset = length;
      for (Region region : run.regions) {
        regions.add(region.at(length));
        length += region.count();
      }
      for (int done = 0; done < length - offset; done += STRETCH) {
        int count = Math.min(STRETCH, length - offset - done);
        patches.add(new Patch(share, from + done, offset + done, count));
      }
      return patches;
    }
  }
}
