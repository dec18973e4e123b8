package dev.assay.engine.run;

import dev.assay.config.bind.Catalog;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples whose targets are ones that their losses can check; others are refused when they are
 * read, by the number of the sample.
 *
 * @param split what is read
 * @param name what it is called
 */
record CheckedTargets(Data.Split split, String name, List<Check> checks) implements Data.Split {

  /**
   * A loss that cannot check all numbers.
   *
   * @param target which of the data's targets it checks
   * @param field what that is called
   * @param loss what the loss is called
   */
  record Check(int target, String field, String loss, Loss.Range range) {}

  /** The same data, with all of its targets checked. */
  static Data of(Data data, Plan plan, Catalog catalog) {
    List<Check> checks = new ArrayList<>();
    for (PlannedLayer layer : plan.network().heads()) {
      Head head = (Head) layer.layer();
      Loss.Range range = head.loss().targets();
      if (!range.equals(Loss.Range.ANY)) {
        String loss = catalog.name(Loss.class, head.loss().getClass());
        String field = head.field(layer.site()).name();
        int target = plan.data().targets().indexOf(head.field(layer.site()));
        checks.add(new Check(target, field, loss, range));
      }
    }
    return checks.isEmpty() ? data : data.with(checked(data, List.copyOf(checks)));
  }

  private static Map<String, Data.Split> checked(Data data, List<Check> checks) {
    Map<String, Data.Split> checked = new LinkedHashMap<>();
    data.splits()
        .forEach((name, split) -> checked.put(name, new CheckedTargets(split, name, checks)));
    return checked;
  }

  @Override
  public int size() {
    return split.size();
  }

  @Override
  public boolean isSlow() {
    return split.isSlow();
  }

  @Override
  public void startEpoch(int epoch) {
    split.startEpoch(epoch);
  }

  @Override
  public void read(int sample, Batch batch, int row) {
    split.read(sample, batch, row);
    for (Check check : checks) {
      check(check, batch.targets().get(check.target), sample, row);
    }
  }

  /** What only fills a sequence up is no target. */
  private void check(Check check, Values targets, int sample, int row) {
    int size = targets.shape().size();
    for (int i = row * size; i < (row + 1) * size; i++) {
      if (!check.range.has(targets.get(i)) && targets.counts(i)) {
        throw new DataException(
            "sample %d of `%s`: `%s` takes targets %s, and `%s` is %s"
                .formatted(
                    sample + 1,
                    name,
                    check.loss,
                    check.range.describe(),
                    check.field,
                    (float) targets.get(i)));
      }
    }
  }
}
