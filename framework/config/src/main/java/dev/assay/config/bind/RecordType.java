package dev.assay.config.bind;

import dev.assay.config.tree.Node;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of its keys.
 *
 * @param doc what the record as a whole is, or an empty text
 * @param keys one for each record component, in order
 */
public record RecordType(Class<? extends Record> java, String doc, List<Key> keys) {

  private static final ClassValue<RecordType> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordType computeValue(Class<?> type) {
          return read(type.asSubclass(Record.class));
        }
      };

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> REAL = Set.of(double.class, Double.class);

  /** The keys of a record. */
  public static RecordType of(Class<? extends Record> java) {
    return CACHE.get(java);
  }

  /**
   * A key of a mapping.
   *
   * @param name as it is written, in snake_case
   * @param component the record component's name
   * @param fallback the default as YAML text; null where there is none
   * @param optional whether the key may be left out although it has no default
   * @param inline whether the value's keys stand in the same mapping
   * @param limits the range of the value; for a list, of the list itself
   * @param itemLimits the range of each item of a list
   */
  public record Key(
      String name,
      String component,
      ValueType type,
      @Nullable String fallback,
      boolean optional,
      boolean inline,
      Limits limits,
      Limits itemLimits,
      String doc,
      String unit) {

    /** Whether the key must be written. */
    public boolean required() {
      return fallback == null && !optional && !inline;
    }
  }

  /** The names of the keys that stand in the record's own mapping. */
  public List<String> keyNames() {
    return keys.stream().filter(key -> !key.inline()).map(Key::name).toList();
  }

  /** The keys of which exactly one must be given; nothing where there are none. */
  public List<String> alternatives() {
    ExactlyOneOf oneOf = java.getAnnotation(ExactlyOneOf.class);
    return oneOf == null
        ? List.of()
        : Arrays.stream(oneOf.value()).map(RecordType::snakeCase).toList();
  }

  /** What other frameworks call it. */
  public List<String> elsewhere() {
    Elsewhere words = java.getAnnotation(Elsewhere.class);
    return words == null ? List.of() : List.of(words.value());
  }

  /**
   * Makes the record.
   *
   * @param values one for each key; null stands for zero where the component is a primitive
   * @throws IllegalArgumentException if the record refuses the values
   */
  Record construct(@Nullable Object[] values) {
    RecordComponent[] components = java.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    @Nullable Object[] arguments = values.clone();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null && types[i].isPrimitive()) {
        arguments[i] = Array.get(Array.newInstance(types[i], 1), 0);
      }
    }
    try {
      return java.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("cannot make a " + java.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + java.getName(), e);
    }
  }

  /** What a record holds for one of its keys. */
  @Nullable Object read(Record record, Key key) {
    try {
      return java.getMethod(key.component()).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read a " + java.getName(), e);
    }
  }

  /**
   * {@code batchSize} is written {@code batch_size}, {@code MAX_POOL} is written {@code max_pool}.
   */
  public static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static RecordType read(Class<? extends Record> type) {
    Doc doc = type.getAnnotation(Doc.class);
    List<Key> keys = Arrays.stream(type.getRecordComponents()).map(RecordType::key).toList();
    return new RecordType(type, doc == null ? "" : doc.value(), keys);
  }

  private static Key key(RecordComponent component) {
    ValueType type = valueType(component.getGenericType(), component);
    Default fallback = component.getAnnotation(Default.class);
    Doc doc = component.getAnnotation(Doc.class);
    boolean collection = type instanceof ValueType.ListOf || type instanceof ValueType.MapOf;
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Limits limits = limits(component);
    return new Key(
        snakeCase(component.getName()),
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
          constants.stream().map(c -> snakeCase(((Enum<?>) c).name())).toList(), constants);
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
        Arrays.stream(sealed.getPermittedSubclasses()).map(RecordType::option).toList();
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
