package dev.assay.config.bind;

import dev.assay.config.bind.RecordType.Key;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of a record component say of its key. */
final class KeyReader {

  private KeyReader() {}

  /** The key that a component is. */
  static Key key(RecordComponent component) {
    ValueType type = TypeReader.of(component);
    Default fallback = component.getAnnotation(Default.class);
    Doc doc = component.getAnnotation(Doc.class);
    boolean collection = type instanceof ValueType.ListOf || type instanceof ValueType.MapOf;
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Limits limits = limits(component);
    return new Key(
        RecordType.snakeCase(component.getName()),
        component.getName(),
        type,
        fallback == null ? null : fallback.value(),
        (collection && limits.minItems() == 0) || nullable,
        component.isAnnotationPresent(Inline.class),
        limits,
        itemLimits(component),
        doc == null ? "" : doc.value(),
        doc == null ? "" : doc.unit());
  }

  /** Jakarta's constraints are annotations of the field, not of the record component. */
  private static Limits limits(RecordComponent component) {
    try {
      return Limits.of(
          component.getDeclaringRecord().getDeclaredField(component.getName()).getAnnotations());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Limits itemLimits(RecordComponent component) {
    return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
        ? Limits.of(list.getAnnotatedActualTypeArguments()[0].getAnnotations())
        : Limits.NONE;
  }
}
