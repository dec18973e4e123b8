package dev.assay.standard.recurrent;

import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import org.jspecify.annotations.Nullable;

/**
 * A function at all steps.
 *
 * @param given what it is given
 * @param made what it makes of it; the same memory where nobody needs the former any more
 */
record Curve(Timeline time, @Nullable Elementwise function, Memory given, Memory made) {

  static Curve inPlace(Timeline time, @Nullable Elementwise function, Memory given) {
    boolean done = function == null || function.forgetsItsInput() || !time.at().training();
    return new Curve(time, function, given, done ? given : time.at().kept(time.all()));
  }

  Memory at(int t) {
    return time.step(made, t);
  }

  Step forward(int t) {
    return function == null && given == made
        ? Step.NONE
        : apply(time, function, time.step(given, t), at(t));
  }

  /** Makes, in place, the gradient by what it is given of that by what it makes. */
  Step backward(int t, Memory gradient) {
    return derive(time, function, time.step(given, t), at(t), gradient);
  }

  /** A function at one step; a copy where there is none. */
  static Step apply(Timeline time, @Nullable Elementwise function, Memory given, Memory made) {
    return function == null
        ? Reorder.copy(time.at().arena(), given, made)
        : function.forward(time.at().arena(), given, made);
  }

  /** Its gradient at one step, in place. */
  static Step derive(
      Timeline time, @Nullable Elementwise function, Memory given, Memory made, Memory gradient) {
    if (function == null) {
      return Step.NONE;
    }
    Memory known = function.forgetsItsInput() ? made : given;
    return function.backward(time.at().arena(), known, gradient, gradient);
  }
}
