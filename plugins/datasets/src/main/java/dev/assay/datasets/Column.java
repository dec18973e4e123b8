package dev.assay.datasets;

import dev.assay.config.bind.Doc;

/** How a column of a table becomes numbers. */
public enum Column {
  @Doc("The number as it is.")
  NUMBER,
  @Doc("Less the mean, over the standard deviation; both of the training part only.")
  STANDARDIZED,
  @Doc("Between 0 and 1, the smallest and the largest number of the training part.")
  SCALED,
  @Doc("One of several words: a class of a target, one feature for each word of an input.")
  CATEGORY
}
