package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.DataSpec;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which samples are for training, validation and test: a part of them at random, or by a column.
 */
@Doc("Which samples are for training, validation and test.")
@Consistent
public record Partition(
    @Doc("The share that is for the test.")
        @Default("0.2")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double test,
    @Doc("The share that is for validation.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double validation,
    @Doc("Whether each class has the same share in each part.") @Default("false") boolean stratify,
    @Doc("For cross-validation: into how many parts; one of them is for the test.") @Min(2)
        @Nullable Integer folds,
    @Doc("Which of the folds is for the test, counted from 1.") @Default("1") @Positive int fold,
    @Doc("A column; the rows with the same value in it stay together.") @Nullable String group,
    @Doc("A column that says of each row where it belongs: train, validation or test.")
        @Nullable String given,
    @Doc("Decides what is random, so that experiments of other seeds share their test samples.")
        @Default("1")
        long seed)
    implements CrossField {

  private static final List<String> NAMES = List.of(DataSpec.TRAIN, "validation", "test");

  @Override
  public List<Clash> clashes() {
    List<Clash> clashes = new ArrayList<>();
    if (test + validation >= 1) {
      clashes.add(
          new Clash(
              "validation",
              "`test` and `validation` take all samples, and leave none to train on"));
    }
    if (folds != null && fold > folds) {
      clashes.add(new Clash("fold", "`fold` is %d, and there are %d folds".formatted(fold, folds)));
    }
    if (group != null && stratify) {
      clashes.add(new Clash("stratify", "groups that stay together cannot be stratified, too"));
    }
    if (given != null && (group != null || stratify || folds != null)) {
      clashes.add(new Clash("given", "with `given`, nothing is left to decide by other keys"));
    }
    return clashes;
  }

  /**
   * The samples of each part.
   *
   * @param count how many there are
   * @param classes the class of each, by which they are stratified; or their groups; or null
   * @return the numbers of the samples by part, in the order of the file; parts without samples are
   *     left out
   */
  Map<String, int[]> parts(int count, @Nullable List<String> classes) {
    Random random = new Random(seed);
    String[] part = new String[count];
    for (List<List<Integer>> units : strata(count, classes)) {
      Collections.shuffle(units, random);
      assign(units, part);
    }
    return byPart(List.of(part));
  }

  /** Samples by the part that each belongs to. */
  static Map<String, int[]> byPart(List<String> parts) {
    Map<String, int[]> found = new LinkedHashMap<>();
    for (String name : NAMES) {
      int[] rows =
          IntStream.range(0, parts.size()).filter(row -> parts.get(row).equals(name)).toArray();
      if (rows.length > 0) {
        found.put(name, rows);
      }
    }
    return found;
  }

  /** What is split alike, and in each of these what stays together. */
  private List<List<List<Integer>>> strata(int count, @Nullable List<String> classes) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int row = 0; row < count; row++) {
      alike
          .computeIfAbsent(classes == null ? "" : classes.get(row), key -> new ArrayList<>())
          .add(row);
    }
    if (group != null) {
      return List.of(new ArrayList<>(alike.values()));
    }
    List<List<List<Integer>>> strata = new ArrayList<>();
    alike.values().forEach(rows -> strata.add(singles(rows)));
    return strata;
  }

  private static List<List<Integer>> singles(List<Integer> rows) {
    List<List<Integer>> units = new ArrayList<>();
    rows.forEach(row -> units.add(List.of(row)));
    return units;
  }

  /** The first units are for the test, those after them for validation. */
  private void assign(List<List<Integer>> units, String[] part) {
    int from = folds == null ? 0 : (int) ((long) units.size() * (fold - 1) / folds);
    int to =
        folds == null
            ? (int) Math.round(units.size() * test)
            : (int) ((long) units.size() * fold / folds);
    int validated = (int) Math.round(units.size() * validation);
    for (int i = 0; i < units.size(); i++) {
      boolean tested = i >= from && i < to;
      boolean validates = !tested && validated-- > 0;
      String name = NAMES.get(tested ? 2 : validates ? 1 : 0);
      units.get(i).forEach(row -> part[row] = name);
    }
  }

  /** Whether a word names a part. */
  static boolean isPart(String word) {
    return NAMES.contains(word);
  }
}
