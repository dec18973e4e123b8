package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Sequences;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.dataset.Wording;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Texts in a table, each with its class, such as reviews and how many stars they give. The input is
 * a row of symbols, as long as the text is; the target is a class. Both are called as their columns
 * are.
 *
 * <p>The words that are known are those of the training part; all others become {@code <unk>}.
 */
@Doc("Texts of different length in a table, each with its class.")
@Consistent
public record LabelledTexts(
    @Doc("A CSV file with a header, packed by gzip or not.") @FilePath String file,
    @Doc("What stands between two cells.") @Default("','") @Size(min = 1, max = 1) String separator,
    @Doc("The column of the texts.") @Default("text") String text,
    @Doc("The column of the classes.") @Default("label") String label,
    @Doc("What a text is divided into.") @Default("words") Text.Tokens tokens,
    @Doc(
            value =
                "How many words are kept, the most frequent in what is trained on; all of these if"
                    + " left out.",
            unit = "characters or words")
        @Positive
        @Nullable Integer vocabulary,
    @Doc(
            value = "How long texts may be; as long as the longest one if left out.",
            unit = "characters or words")
        @Positive
        @Nullable Integer maxLength,
    @Doc("Whether a longer text loses its end; it is an error if not.") @Default("false")
        boolean truncate,
    @Doc("What becomes of a row with a cell that is wrong, or with too many or too few.")
        @Default("error")
        Csv.BadRows badRows,
    @Doc("Which rows are for training, validation and test.") @Default("{}") Partition split)
    implements Dataset, CrossField {

  @Override
  public List<Clash> clashes() {
    List<Clash> clashes = new ArrayList<>();
    if (truncate && maxLength == null) {
      clashes.add(new Clash("truncate", "`truncate` needs a `max_length` to cut at"));
    }
    if (text.equals(label)) {
      clashes.add(new Clash("label", "`label` and `text` are the same column"));
    }
    return clashes;
  }

  @Override
  public DataSpec spec(DataFiles files) {
    return read(files).spec();
  }

  @Override
  public Data open(DataFiles files, long seed) {
    Read read = read(files);
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    read.table.parts().forEach((part, rows) -> splits.put(part, read.split(rows)));
    Vocabulary labels = new Vocabulary(read.labels(), Wording.SPACED, null);
    return new Data(
        splits,
        read.table.source(),
        read.table.digest(),
        Map.of(text, read.words.vocabulary(), label, labels),
        cells -> read.input(cells.get(text)));
  }

  private Read read(DataFiles files) {
    Map<String, Column> texts = Map.of(text, Column.CATEGORY);
    Map<String, Column> labels = Map.of(label, Column.CATEGORY);
    Csv keys =
        new Csv(
            file,
            separator,
            texts,
            Map.of(),
            labels,
            List.of(""),
            Csv.Missing.ERROR,
            badRows,
            split,
            Map.of());
    CsvTable table = CsvTable.read(keys, DataFile.find(files, file), null);
    int[] training = Objects.requireNonNull(table.parts().get(DataSpec.TRAIN));
    Wording wording = tokens == Text.Tokens.CHARACTERS ? Wording.CHARACTERS : Wording.WORDS;
    List<String> trained = IntStream.of(training).mapToObj(row -> table.cell(row, text)).toList();
    KnownWords words = KnownWords.of(trained, wording, vocabulary);
    List<double[]> coded =
        IntStream.range(0, table.rows().size())
            .mapToObj(row -> words.code(table.cell(row, text)))
            .toList();
    int longest = coded.stream().mapToInt(symbols -> symbols.length).max().orElse(1);
    Limit limit = new Limit(maxLength == null ? longest : maxLength, truncate);
    return new Read(table, words, limit, limited(table, coded, limit));
  }

  /** Texts as long as they may be; all that are too long are reported at once. */
  private static List<double[]> limited(CsvTable table, List<double[]> coded, Limit limit) {
    List<double[]> texts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (int row = 0; row < coded.size(); row++) {
      try {
        texts.add(limit.applied(coded.get(row), 1, "the text"));
      } catch (DataException e) {
        wrong.add("line %d: %s".formatted(table.lines().get(row), e.getMessage()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new DataException(
          "%s: %s".formatted(table.source(), Wrong.line(wrong)),
          "`truncate: true` leaves out what is behind `max_length`");
    }
    return texts;
  }

  /** The file, once it has been read. */
  private final class Read {
    private final CsvTable table;
    private final KnownWords words;
    private final Limit limit;

    /** Each text as symbols, in the order of the rows. */
    private final List<double[]> texts;

    Read(CsvTable table, KnownWords words, Limit limit, List<double[]> texts) {
      this.table = table;
      this.words = words;
      this.limit = limit;
      this.texts = texts;
    }

    List<String> labels() {
      return Objects.requireNonNull(table.categories().get(label));
    }

    DataSpec spec() {
      boolean padded = texts.stream().anyMatch(symbols -> symbols.length < limit.steps());
      Shape row = Shape.ofSymbols(words.vocabulary().words().size(), limit.steps());
      Map<String, Integer> samples = new LinkedHashMap<>();
      table.parts().forEach((part, rows) -> samples.put(part, rows.length));
      return new DataSpec(
          List.of(new Field(text, row, padded)),
          List.of(new Field(label, Shape.ofSymbols(labels().size()))),
          samples);
    }

    Sequences split(int... rows) {
      List<List<double[]>> inputs = new ArrayList<>();
      List<List<double[]>> targets = new ArrayList<>();
      for (int row : rows) {
        double right = labels().indexOf(table.cell(row, label));
        inputs.add(List.of(texts.get(row)));
        targets.add(List.of(new double[] {right}));
      }
      return new Sequences(inputs, targets);
    }

    /** A text from outside. */
    double[] input(@Nullable String given) {
      if (given == null) {
        throw new DataException("there is no `%s`".formatted(text));
      }
      return limit.applied(words.code(given), 1, "`%s`".formatted(text));
    }
  }
}
