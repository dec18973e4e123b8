package dev.assay.config.bind;

import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which constraints of a record are so plain that nobody has to be asked whether a value that is
 * right is right. To start Hibernate Validator takes as long as all else that a check does, so a
 * file without a mistake does without it; whatever is not plainly right goes to it.
 *
 * @param components the record components whose {@link Limits} say all that their constraints do
 * @param whole the constraints of the record as a whole
 */
record PlainConstraints(Set<String> components, List<Annotation> whole) {

  private static final ClassValue<PlainConstraints> CACHE =
      new ClassValue<>() {
        @Override
        protected PlainConstraints computeValue(Class<?> type) {
          return read(type);
        }
      };

  static PlainConstraints of(Class<? extends Record> type) {
    return CACHE.get(type);
  }

  /** Whether a value plainly keeps what its key asks for. */
  boolean keptBy(Object value, RecordType.Key key) {
    return components.contains(key.component())
        && key.limits().plainlyAdmit(value)
        && (key.itemLimits().areNone() || keptByItems(value, key.itemLimits()));
  }

  /** Whether the keys of a record plainly fit each other. */
  boolean keptAsAWhole(Record record) {
    return whole.stream().allMatch(constraint -> isKept(constraint, record));
  }

  private static boolean isKept(Annotation constraint, Record record) {
    if (constraint instanceof ExactlyOneOf oneOf) {
      return ExactlyOneOf.OfRecord.given(record, oneOf.value()).size() == 1;
    }
    return constraint instanceof Consistent
        && record instanceof CrossField checked
        && checked.clashes().isEmpty();
  }

  private static boolean keptByItems(Object value, Limits limits) {
    return value instanceof List<?> items && items.stream().allMatch(limits::plainlyAdmit);
  }

  private static PlainConstraints read(Class<?> type) {
    Set<String> components = new HashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (isPlain(component)) {
        components.add(component.getName());
      }
    }
    return new PlainConstraints(components, ofTheWhole(type));
  }

  private static boolean isPlain(RecordComponent component) {
    List<Annotation> constraints = new ArrayList<>();
    try {
      String name = component.getName();
      addConstraints(
          component.getDeclaringRecord().getDeclaredField(name).getAnnotations(), constraints);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
    addConstraintsOfItems(component.getAnnotatedType(), constraints);
    return constraints.stream().allMatch(Limits::know);
  }

  private static void addConstraints(Annotation[] annotations, List<Annotation> constraints) {
    Arrays.stream(annotations).filter(PlainConstraints::isConstraint).forEach(constraints::add);
  }

  private static void addConstraintsOfItems(AnnotatedType type, List<Annotation> constraints) {
    if (type instanceof AnnotatedParameterizedType generic) {
      for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
        addConstraints(argument.getAnnotations(), constraints);
        addConstraintsOfItems(argument, constraints);
      }
    }
  }

  /** By its class, or by a method that is not just one of its components. */
  private static List<Annotation> ofTheWhole(Class<?> type) {
    Stream<Annotation> ofMethods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(
                method -> method.getParameterCount() == 0 && !isAccessor(type, method.getName()))
            .flatMap(method -> Arrays.stream(method.getAnnotations()));
    return Stream.concat(Arrays.stream(type.getAnnotations()), ofMethods)
        .filter(PlainConstraints::isConstraint)
        .toList();
  }

  private static boolean isAccessor(Class<?> type, String method) {
    return Arrays.stream(type.getRecordComponents()).anyMatch(c -> c.getName().equals(method));
  }

  private static boolean isConstraint(Annotation annotation) {
    return annotation.annotationType().isAnnotationPresent(Constraint.class);
  }
}
