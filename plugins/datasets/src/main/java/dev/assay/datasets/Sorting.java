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
import java.util.Arrays;

/**
 * Sequences to sort, one behind the other: {@code length} 5 makes {@code [0,1,1,1,0] [0,0,1,1]} to
 * {@code [0,0,1,1,1]}.
 */
@Doc("Random sequences of symbols, to be written again in order.")
public record Sorting(
    @Doc(value = "Length of the sequences.", unit = "symbols") @Min(2) @Max(1_000_000) int length,
    @Doc("How many different symbols there are.") @Min(2) @Max(1_000_000) int symbols,
    @Doc(value = "Sequences to train on.", unit = "samples") @Positive int train,
    @Doc(value = "Sequences to test on.", unit = "samples") @Positive int test,
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
        symbols,
        length,
        length,
        Math.pow(symbols, length),
        random -> random.ints(length, 0, symbols).toArray(),
        Sorting::sorted);
  }

  private static int[] sorted(int[] sequence) {
    int[] sorted = sequence.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
