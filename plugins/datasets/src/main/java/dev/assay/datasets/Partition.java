package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataSpec;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** The columns that it looks at. */
  List<String> columns() {
    return Stream.of(group, given).filter(Objects::nonNull).toList();
  }

  /** What cannot be where samples have no columns. */
  List<String> clashesWithoutColumns() {
    return columns().stream().map("`%s` is a column, and there are none"::formatted).toList();
  }

  /**
   * The samples of each part.
   *
   * @param count how many there are
   * @param classes the class of each, by which they are stratified; or their groups; or null
   * @return the numbers of the samples by part, in the order of the file; parts without samples are
   *     left out
   * @throws DataException if there are fewer samples, or groups, than folds, or none to train on
   */
  Map<String, int[]> parts(int count, @Nullable List<String> classes) {
    Random random = new Random(seed);
    String[] part = new String[count];
    List<List<List<Integer>>> strata = strata(count, classes);
    requireEnough(strata.stream().mapToInt(List::size).sum());
    int before = 0;
    for (List<List<Integer>> units : strata) {
      Collections.shuffle(units, random);
      assign(units, before, part);
      before += units.size();
    }
    return byPart(List.of(part));
  }

  private void requireEnough(int units) {
    if (folds != null && units < folds) {
      String what = group == null ? "samples" : "groups of the same `%s`".formatted(group);
      throw new DataException(
              "there are %d folds, and %,d %s to make them of".formatted(folds, units, what))
          .at("split");
    }
  }

  /**
   * Samples by the part that each belongs to: those of the usual names first, then others.
   *
   * @throws DataException if there are none to train on
   */
  static Map<String, int[]> byPart(List<String> parts) {
    Set<String> names = new LinkedHashSet<>(NAMES);
    names.retainAll(new HashSet<>(parts));
    names.addAll(parts);
    if (!names.contains(DataSpec.TRAIN)) {
      throw new DataException("none of the %,d samples is left to train on".formatted(parts.size()))
          .at("split");
    }
    Map<String, int[]> found = new LinkedHashMap<>();
    for (String name : names) {
      found.put(
          name,
          IntStream.range(0, parts.size()).filter(row -> parts.get(row).equals(name)).toArray());
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

  /**
   * Without folds, the first units are for the test. A unit's fold is its place, counted through
   * all strata, so that folds are of the same size, up to one unit.
   *
   * @param before how many units there are in the strata before
   */
  private void assign(List<List<Integer>> units, int before, String[] part) {
    int tested = (int) Math.round(units.size() * test);
    int validated = (int) Math.round(units.size() * validation);
    for (int i = 0; i < units.size(); i++) {
      boolean isTest = folds == null ? i < tested : (before + i) % folds == fold - 1;
      boolean validates = !isTest && validated-- > 0;
      String name = NAMES.get(isTest ? 2 : validates ? 1 : 0);
      units.get(i).forEach(row -> part[row] = name);
    }
  }

  /** Whether a word names a part. */
  static boolean isPart(String word) {
    return NAMES.contains(word);
  }
}
