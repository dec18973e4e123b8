package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Argument;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Spec;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.standard.layers.Linear;
import org.jspecify.annotations.Nullable;

/**
 * What kernels that go step by step have in common: arrays {@code [steps, samples, units]}, so that
 * a step is a view without gaps, and what is done to such views.
 *
 * @param all the layout of an array, {@code [steps samples, units]}
 * @param one the layout of a step, {@code [samples, units]}
 */
record Timeline(
    Binding at,
    long samples,
    int steps,
    long units,
    Layout all,
    Layout one,
    Operations operations) {

  /** Primitives over single steps, made once. */
  record Operations(Spec sum, Spec product, Spec difference, Spec addedProduct) {

    static Operations of(Layout one) {
      return new Operations(
          Binary.ADD.of(one, one),
          Binary.MULTIPLY.of(one, one),
          Binary.SUBTRACT.of(one, one),
          Binary.MULTIPLY.onto(one, one));
    }
  }

  static Timeline of(Binding at) {
    long samples = at.rows();
    int steps = at.shape().dim(0);
    long units = at.shape().dim(1);
    Layout one = Layout.plain(samples, units);
    Layout all = Layout.plain(steps * samples, units);
    return new Timeline(at, samples, steps, units, all, one, Operations.of(one));
  }

  /** {@code [samples, steps, width]} with the steps outermost in memory. */
  Layout turned(long width) {
    return Layout.strided(
        new long[] {samples, steps, width}, new long[] {width, samples * width, 1});
  }

  /** A step of an array {@code [steps samples, width]}. */
  Memory step(Memory array, int t) {
    long width = array.layout().dims()[1];
    return array.view(Layout.plain(samples, width), t * samples * width);
  }

  /**
   * The product of rows {@code [steps samples, in]} with a layer's weights, which lie as {@code
   * [in, out]}.
   *
   * @param weight DL4J's name of the weights
   * @param bias DL4J's name of what is added, or null
   */
  Linear product(String weight, @Nullable String bias, Memory rows) {
    long in = rows.layout().dims()[1];
    Layout turned = Layout.strided(new long[] {units, in}, new long[] {1, units});
    return Linear.of(at, weight, bias, turned, rows);
  }

  /** {@code into = a + b}, number by number. */
  Step sum(Memory a, Memory b, Memory into) {
    return combined(operations.sum, a, b, into);
  }

  /** {@code into = a b}, number by number. */
  Step product(Memory a, Memory b, Memory into) {
    return combined(operations.product, a, b, into);
  }

  /** {@code into = a - b}, number by number. */
  Step difference(Memory a, Memory b, Memory into) {
    return combined(operations.difference, a, b, into);
  }

  /** {@code onto = onto + a b}, number by number. */
  Step addProduct(Memory a, Memory b, Memory onto) {
    return combined(operations.addedProduct, a, b, onto);
  }

  private Step combined(Spec operation, Memory a, Memory b, Memory into) {
    return Binary.bind(operation, at.arena(), a, b, into);
  }

  /** A square parameter as it lies, {@code [in, out]}, seen as {@code [out, in]}. */
  Memory outward(String key) {
    Layout turned = Layout.strided(new long[] {units, units}, new long[] {1, units});
    return at.parameters().value(key, turned);
  }

  /** A square parameter seen as what goes backward wants it. */
  Memory inward(String key) {
    return at.parameters().value(key, Layout.plain(units, units));
  }

  /** A function of each number. */
  Step apply(Spec function, Memory from, Memory into) {
    return function
        .call(at.arena())
        .with(Argument.SOURCE, from)
        .with(Argument.DESTINATION, into)
        .bind();
  }
}
