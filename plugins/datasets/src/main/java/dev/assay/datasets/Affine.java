package dev.assay.datasets;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

/**
 * Products and sums {@code a b + c}: {@code a} and {@code c} have {@code digits} digits, {@code b}
 * has one, and the answer one more than {@code a}, its lowest digit first. 5, 5 and 33 make {@code
 * [0,5] [5] [3,3] [8,5]} to {@code [8,5,0]}.
 */
@Doc("Numbers a, b and c, for which a b + c is to be written, its lowest digit first.")
public record Affine(
    @Doc(value = "Length of a and c.", unit = "digits") @Default("2") @Min(1) @Max(7) int digits,
    @Doc(value = "Questions to train on.", unit = "samples") @Positive int train,
    @Doc(value = "Questions to test on.", unit = "samples") @Positive int test,
    @Doc("Whether each pass over the training samples draws new ones.") @Default("false")
        boolean fresh)
    implements Dataset {

  @Override
  public DataSpec spec(DataFiles files) {
    return riddles().spec(counts());
  }

  @Override
  public Data open(DataFiles files, long seed) {
    return riddles().open(counts(), seed);
  }

  private Riddles.Counts counts() {
    return new Riddles.Counts(train, test, fresh);
  }

  private Riddles riddles() {
    return new Riddles(
        10,
        2 * digits + 1,
        digits + 1,
        Math.pow(10, 2.0 * digits + 1),
        random -> random.ints(2L * digits + 1, 0, 10).toArray(),
        this::result);
  }

  private int[] result(int[] question) {
    int a = Digits.number(question, 0, digits);
    int c = Digits.number(question, digits + 1, digits);
    return Digits.reversed(a * question[digits] + c, digits + 1);
  }
}
