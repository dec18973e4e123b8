package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.FilePath;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Vocabulary;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A table in a CSV file (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>) with a
 * header; each row is a sample.
 *
 * <p>The input is one row of features, those of all input columns side by side; or there are
 * several inputs, each of some of the columns. Each target column is a target of its own, by its
 * name.
 */
@Doc("A table in a CSV file with a header; each row is a sample.")
@Consistent
public record Csv(
    @Doc("The file, packed by gzip or not; `iris/iris.csv` travels with Assay.") @FilePath
        String file,
    @Doc("What stands between two cells.") @Default("','") @Size(min = 1, max = 1) String separator,
    @Doc("The columns that the network is given, and how they become numbers.") @NotEmpty
        Map<String, Column> inputs,
    @Doc("For several inputs: the columns that each is made of, by the input's name.")
        Map<String, @NotEmpty List<String>> groups,
    @Doc("The columns to predict, and how they become numbers.") @NotEmpty
        Map<String, Column> targets,
    @Doc("Cells that mean that a value is missing.") @Default("['', NA, NaN, '?']")
        List<String> missing,
    @Doc("What becomes of a missing number of the input.") @Default("error") Missing fill,
    @Doc("What becomes of a row with a cell that is wrong, or with too many or too few.")
        @Default("error")
        BadRows badRows,
    @Doc("Which rows are for training, validation and test.") @Default("{}") Partition split,
    @Doc("Further splits by their names, each a file of its own with the same columns.") @FilePath
        Map<String, String> also)
    implements Dataset, CrossField {

  /** What becomes of a missing number. */
  public enum Missing {
    @Doc("The row is a bad one.")
    ERROR,
    @Doc("It is the mean of the column's training part.")
    MEAN
  }

  /** What becomes of a bad row. */
  public enum BadRows {
    @Doc("It is reported, and nothing is trained.")
    ERROR,
    @Doc("It is left out; the run's record says how many were.")
    SKIP
  }

  @Override
  public List<Clash> clashes() {
    List<String> grouped = groups.values().stream().flatMap(List::stream).toList();
    List<Clash> clashes = new ArrayList<>();
    also.keySet().stream()
        .filter(Partition::isPart)
        .forEach(
            name -> clashes.add(new Clash("also", "`%s` is a part of `file`".formatted(name))));
    for (String column : grouped) {
      if (!inputs.containsKey(column)) {
        clashes.add(new Clash("groups", "`%s` is none of the `inputs`".formatted(column)));
      } else if (Collections.frequency(grouped, column) > 1) {
        clashes.add(new Clash("groups", "`%s` is in two groups".formatted(column)));
      }
    }
    for (String column : inputs.keySet()) {
      if (!groups.isEmpty() && !grouped.contains(column)) {
        clashes.add(new Clash("groups", "the input `%s` is in no group".formatted(column)));
      }
    }
    return clashes;
  }

  /** The columns of each input, by its name. */
  Map<String, List<String>> fields() {
    return groups.isEmpty() ? Map.of("input", List.copyOf(inputs.keySet())) : groups;
  }

  /** The input columns, those of one input side by side. */
  Map<String, Column> ordered() {
    Map<String, Column> ordered = new LinkedHashMap<>();
    fields()
        .values()
        .forEach(
            columns ->
                columns.forEach(
                    name -> ordered.put(name, Objects.requireNonNull(inputs.get(name)))));
    return ordered;
  }

  @Override
  public DataSpec spec(DataFiles files) {
    CsvTable table = table(files);
    DataSpec spec = table.spec();
    Map<String, Integer> samples = new LinkedHashMap<>(spec.samples());
    others(files, table).forEach((name, other) -> samples.put(name, other.rows().size()));
    return new DataSpec(spec.inputs(), spec.targets(), samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    CsvTable table = table(files);
    Map<String, int[]> parts = table.parts();
    CsvFeatures features =
        CsvFeatures.fitted(table, Objects.requireNonNull(parts.get(DataSpec.TRAIN)));
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    parts.forEach((name, rows) -> splits.put(name, features.split(table, rows)));
    Map<String, CsvTable> others = others(files, table);
    others.forEach((name, other) -> splits.put(name, features.split(other, other.all())));
    return new Data(
        splits,
        table.source() + leftOut(table, others.values()),
        digest(table, others.values()),
        words(table),
        features);
  }

  private static String leftOut(CsvTable table, Collection<CsvTable> others) {
    int skipped = table.skipped() + others.stream().mapToInt(CsvTable::skipped).sum();
    return skipped == 0 ? "" : ", %,d bad rows left out".formatted(skipped);
  }

  private static String digest(CsvTable table, Collection<CsvTable> others) {
    if (others.isEmpty()) {
      return table.digest();
    }
    StringBuilder all = new StringBuilder(table.digest());
    others.forEach(other -> all.append(other.digest()));
    return Digests.sha256(all.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private Map<String, Vocabulary> words(CsvTable table) {
    Map<String, Vocabulary> words = new LinkedHashMap<>();
    targets
        .keySet()
        .forEach(
            name ->
                Optional.ofNullable(table.categories().get(name))
                    .ifPresent(found -> words.put(name, new Vocabulary(found, " "))));
    return words;
  }

  private CsvTable table(DataFiles files) {
    return CsvTable.read(this, DataFile.find(files, file), null);
  }

  private Map<String, CsvTable> others(DataFiles files, CsvTable table) {
    Map<String, CsvTable> others = new LinkedHashMap<>();
    also.forEach(
        (name, other) ->
            others.put(name, CsvTable.read(this, DataFile.find(files, other, "also"), table)));
    return others;
  }
}
