package dev.assay.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The short cut and Hibernate Validator say the same. */
class PlainConstraintsTest {

  record Limited(
      @Positive double positive,
      @PositiveOrZero int positiveOrZero,
      @Min(3) long min,
      @Max(9007199254740993L) long max,
      @Positive @Max(5) int both,
      @DecimalMin("0.1") double decimalMin,
      @DecimalMin(value = "0.1", inclusive = false) double above,
      @DecimalMax("0.9") @DecimalMin("0") double decimalMax,
      @DecimalMax(value = "0.9", inclusive = false) double below,
      @NotEmpty String notEmpty,
      @NotEmpty Map<String, Integer> notEmptyMap,
      @Pattern(regexp = "[a-z]{1,3}", message = "is short") String pattern,
      @Size(min = 1, max = 2) List<@Positive Integer> sizes,
      @DecimalMin("0") @DecimalMax(value = "0.9", inclusive = false) Course course) {}

  @Kind(value = "course", plural = "courses")
  interface Course extends Bounded {}

  record Line(double least, double greatest) implements Course {}

  record Special(
      @NotBlank String notBlank,
      @Pattern(regexp = "a", flags = Pattern.Flag.CASE_INSENSITIVE) String flags,
      List<List<@Negative Integer>> deep,
      int free) {}

  record Whole(int a, int b) {
    @AssertTrue(message = "needs `a` and `b` to differ")
    boolean isDifferent() {
      return a != b;
    }
  }

  private static final List<Object> NUMBERS =
      List.of(-1e300, -1.0, -1e-9, -0.0, 0.0, 1e-9, 0.1, 0.10000000000000002, 0.9, 1.0, 1e300);
  private static final List<Object> INTEGERS =
      List.of(Integer.MIN_VALUE, -1, 0, 1, 2, 3, 4, 5, 6, Integer.MAX_VALUE);
  private static final List<Object> LONGS =
      List.of(Long.MIN_VALUE, 2L, 3L, 9007199254740992L, 9007199254740993L, 9007199254740994L);
  private static final List<Object> TEXTS = List.of("", " ", "a", "abc", "abcd", "A", "a\n");
  private static final List<Object> LISTS =
      List.of(List.of(), List.of(1), List.of(0), List.of(1, 2), List.of(1, -2), List.of(1, 2, 3));
  private static final List<Object> COURSES =
      List.of(
          new Line(0, 0.5),
          new Line(-0.1, 0.5),
          new Line(0.5, 0.9),
          new Line(0.5, 1),
          new Line(0, Double.POSITIVE_INFINITY));
  private static final List<Object> MAPS = List.of(Map.of(), Map.of("a", 1));

  @Test
  void whatIsPlainlyRightHibernateValidatorFindsRightToo() {
    RecordType type = RecordType.of(Limited.class);
    PlainConstraints plain = PlainConstraints.of(Limited.class);
    assertThat(plain.components()).hasSize(type.keys().size());
    int right = 0;
    int wrong = 0;
    for (RecordType.Key key : type.keys()) {
      for (Object value : values(key)) {
        boolean judgedRight = Constraints.judged(Limited.class, key.component(), value).isEmpty();
        boolean exact = !(value instanceof Number n) || Math.abs(n.doubleValue()) < 1L << 53;
        if (exact || plain.keptBy(value, key)) {
          assertThat(plain.keptBy(value, key))
              .as("%s %s", key.name(), value)
              .isEqualTo(judgedRight);
        }
        right += judgedRight ? 1 : 0;
        wrong += judgedRight ? 0 : 1;
      }
    }
    assertThat(right).isGreaterThan(40);
    assertThat(wrong).isGreaterThan(40);
  }

  private static List<Object> values(RecordType.Key key) {
    ValueType type = key.type();
    if (type instanceof ValueType.Whole whole) {
      return whole.wide() ? LONGS : INTEGERS;
    } else if (type instanceof ValueType.Real) {
      return NUMBERS;
    } else if (type instanceof ValueType.ListOf) {
      return LISTS;
    } else if (type instanceof ValueType.Component) {
      return COURSES;
    }
    return type instanceof ValueType.MapOf ? MAPS : TEXTS;
  }

  @Test
  void whateverLimitsDoNotTellIsLeftToHibernateValidator() {
    assertThat(PlainConstraints.of(Special.class).components()).containsExactly("free");
    assertThat(PlainConstraints.of(Special.class).whole()).isEmpty();
  }

  @ExactlyOneOf({"firstWay", "other"})
  record Alternatives(@Nullable Integer firstWay, @Nullable Integer other) {}

  @Consistent
  record Between(int from, int to) implements CrossField {
    @Override
    public List<Clash> clashes() {
      return to < from ? List.of(new Clash("to", "`to` is below `from`")) : List.of();
    }
  }

  @Test
  void aConstraintOfTheWholeIsNotOverlooked() {
    assertThat(PlainConstraints.of(Whole.class).whole()).isNotEmpty();
    assertThat(Constraints.ofRecord(new Whole(1, 2))).isEmpty();
    assertThat(Constraints.ofRecord(new Whole(1, 1)))
        .containsExactly(new CrossField.Clash("different", "needs `a` and `b` to differ"));
    assertThat(Constraints.ofRecord(new Alternatives(1, null))).isEmpty();
    assertThat(Constraints.ofRecord(new Alternatives(null, null)))
        .containsExactly(
            new CrossField.Clash("", "exactly one of the keys `first_way` and `other` is needed"));
    assertThat(Constraints.ofRecord(new Alternatives(1, 2)))
        .containsExactly(
            new CrossField.Clash(
                "other", "exactly one of the keys `first_way` and `other` is needed"));
    assertThat(Constraints.ofRecord(new Between(1, 2))).isEmpty();
    assertThat(Constraints.ofRecord(new Between(2, 1)))
        .containsExactly(new CrossField.Clash("to", "`to` is below `from`"));
  }
}
