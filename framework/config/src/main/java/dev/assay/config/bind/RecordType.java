package dev.assay.config.bind;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /** Whether the keys of a component stand among its own. */
  public boolean inlines() {
    return keys.stream().anyMatch(Key::inline);
  }

  /** What other frameworks call it. */
  public List<String> elsewhere() {
    Elsewhere words = java.getAnnotation(Elsewhere.class);
    return words == null ? List.of() : List.of(words.value());
  }

  /** The component at work, each time in a sentence. */
  public List<String> examples() {
    return Arrays.stream(java.getAnnotationsByType(Example.class)).map(RecordType::told).toList();
  }

  private static String told(Example example) {
    String parameters =
        example.parameters() == 0 ? "" : ", with %,d parameters".formatted(example.parameters());
    return "`%s` makes `%s` of `%s`%s."
        .formatted(
            example.value(), example.makes(), String.join("` and `", example.of()), parameters);
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
    List<Key> keys = Arrays.stream(type.getRecordComponents()).map(KeyReader::key).toList();
    return new RecordType(type, doc == null ? "" : doc.value(), keys);
  }
}
