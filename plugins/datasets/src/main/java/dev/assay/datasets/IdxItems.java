package dev.assay.datasets;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Values;

/**
 * Some of the items of a set.
 *
 * @param rows which ones
 */
@SuppressWarnings("ArrayRecordComponent") // read only here
record IdxItems(IdxSet set, int[] rows, IdxScale scale) implements Data.Split {

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public void read(int sample, Batch batch, int row) {
    scaled(rows[sample], batch.inputs().get(0), row);
    Idx targets = set.targets();
    if (targets == null) {
      scaled(rows[sample], batch.targets().get(0), row);
    } else {
      Values values = batch.targets().get(0);
      int start = row * targets.itemSize();
      for (int i = 0; i < targets.itemSize(); i++) {
        values.set(start + i, targets.number(rows[sample], i));
      }
    }
  }

  private void scaled(int item, Values into, int row) {
    Idx inputs = set.inputs();
    int start = row * inputs.itemSize();
    for (int i = 0; i < inputs.itemSize(); i++) {
      into.set(start + i, scale.of(inputs.number(item, i)));
    }
  }
}
