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
 * Sums: both numbers with all their digits, then the sum with one more, its lowest digit first,
 * since that is how a carry goes. {@code digits} 2 makes {@code [5,7] [6,8] [5,2]} to {@code
 * [5,2,1]}.
 */
@Doc("Two numbers of some digits, whose sum is to be written, its lowest digit first.")
public record Addition(
    @Doc(value = "Length of both numbers.", unit = "digits") @Default("2") @Min(1) @Max(8)
        int digits,
    @Doc(value = "Sums to train on.", unit = "samples") @Positive int train,
    @Doc(value = "Sums to test on.", unit = "samples") @Positive int test,
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
        2 * digits,
        digits + 1,
        Math.pow(10, 2.0 * digits),
        random -> random.ints(2L * digits, 0, 10).toArray(),
        this::sum);
  }

  private int[] sum(int[] question) {
    int sum = Digits.number(question, 0, digits) + Digits.number(question, digits, digits);
    return Digits.reversed(sum, digits + 1);
  }
}
