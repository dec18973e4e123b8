package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** What a primitive reads or writes, under oneDNN's names. */
public enum Argument {
  SOURCE(dnnl.DNNL_ARG_SRC),
  OTHER_SOURCE(dnnl.DNNL_ARG_SRC_1),
  WEIGHTS(dnnl.DNNL_ARG_WEIGHTS),
  BIAS(dnnl.DNNL_ARG_BIAS),
  DESTINATION(dnnl.DNNL_ARG_DST),
  WORKSPACE(dnnl.DNNL_ARG_WORKSPACE),
  MEAN(dnnl.DNNL_ARG_MEAN),
  VARIANCE(dnnl.DNNL_ARG_VARIANCE),
  SCALE_SHIFT(dnnl.DNNL_ARG_SCALE_SHIFT),
  SOURCE_GRADIENT(dnnl.DNNL_ARG_DIFF_SRC),
  WEIGHTS_GRADIENT(dnnl.DNNL_ARG_DIFF_WEIGHTS),
  BIAS_GRADIENT(dnnl.DNNL_ARG_DIFF_BIAS),
  DESTINATION_GRADIENT(dnnl.DNNL_ARG_DIFF_DST),
  SCALE_SHIFT_GRADIENT(dnnl.DNNL_ARG_DIFF_SCALE_SHIFT),
  SCRATCHPAD(dnnl.DNNL_ARG_SCRATCHPAD),
  FROM(dnnl.DNNL_ARG_FROM),
  TO(dnnl.DNNL_ARG_TO);

  private final int number;

  Argument(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
