package dev.assay.config.bind;

import dev.assay.config.tree.Node;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what can be written for a type of Java. */
final class TypeReader {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> REAL = Set.of(double.class, Double.class);

  private TypeReader() {}

  /** What can be written for a record component. */
  static ValueType of(RecordComponent component) {
    return valueType(component.getGenericType(), component);
  }

  private static ValueType valueType(Type type, RecordComponent of) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == List.class) {
        return new ValueType.ListOf(valueType(last, of));
      }
      if (generic.getRawType() == Map.class) {
        return new ValueType.MapOf(valueType(last, of));
      }
    }
    if (type instanceof Class<?> plain) {
      return plainType(plain, of);
    }
    throw unsupported(of);
  }

  private static ValueType plainType(Class<?> type, RecordComponent of) {
    if (WHOLE.contains(type)) {
      return new ValueType.Whole(type == long.class || type == Long.class);
    }
    if (REAL.contains(type)) {
      return new ValueType.Real();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new ValueType.Flag();
    }
    if (type == String.class) {
      return of.isAnnotationPresent(FilePath.class) ? new ValueType.File() : new ValueType.Text();
    }
    if (type == NumberArray.class) {
      return new ValueType.Numbers();
    }
    if (type == Node.class) {
      return new ValueType.Raw();
    }
    return declaredType(type, of);
  }

  private static ValueType declaredType(Class<?> type, RecordComponent of) {
    if (type.isEnum()) {
      List<Object> constants = List.of(type.getEnumConstants());
      return new ValueType.Word(
          constants.stream().map(c -> RecordType.snakeCase(((Enum<?>) c).name())).toList(),
          constants);
    }
    if (type.isAnnotationPresent(Kind.class)) {
      return new ValueType.Component(type);
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(FromText.class) && Modifier.isStatic(method.getModifiers())) {
        return new ValueType.Parsed(method);
      }
    }
    if (type.isRecord()) {
      return new ValueType.Nested(type.asSubclass(Record.class));
    }
    if (type.isSealed()) {
      return choice(type);
    }
    throw unsupported(of);
  }

  private static ValueType choice(Class<?> sealed) {
    List<ValueType.Choice.Option> options =
        Arrays.stream(sealed.getPermittedSubclasses()).map(TypeReader::option).toList();
    return new ValueType.Choice(options);
  }

  private static ValueType.Choice.Option option(Class<?> type) {
    Variant variant = type.getAnnotation(Variant.class);
    String mark = variant == null ? "type" : variant.value();
    return new ValueType.Choice.Option(mark, type.asSubclass(Record.class));
  }

  private static IllegalStateException unsupported(RecordComponent component) {
    return new IllegalStateException(
        "no value can be written for %s of %s"
            .formatted(component, component.getDeclaringRecord().getName()));
  }
}
