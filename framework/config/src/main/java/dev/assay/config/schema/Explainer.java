package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.Refusal;
import dev.assay.config.schema.KeySearch.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Explains keys and components. */
public record Explainer(List<Class<?>> kinds, Catalog catalog) {

  /** Each key in a few lines; keys of several owners that say the same are said once. */
  public static List<String> texts(List<Found> found) {
    Map<Key, List<String>> owners = new LinkedHashMap<>();
    found.forEach(f -> owners.computeIfAbsent(f.key(), key -> new ArrayList<>()).add(f.owner()));
    List<String> texts = new ArrayList<>();
    owners.forEach((key, names) -> texts.add(text(key, String.join(", ", names))));
    return texts;
  }

  private static String text(Key key, String owner) {
    StringBuilder text = new StringBuilder();
    text.append("`%s` of %s%n%n".formatted(key.name(), owner));
    text.append("  ").append(key.doc()).append("\n\n");
    text.append("  takes        ").append(KeyText.takes(key)).append('\n');
    String fallback = KeyText.fallback(key);
    if (!fallback.isEmpty()) {
      text.append("  if left out  ").append(fallback.replace("`", "")).append('\n');
    }
    return text.append(sections(Sections.of(key.type()))).toString();
  }

  /** What is said of each component with a name, here or elsewhere, whatever its kind. */
  public List<String> components(String word) {
    List<String> texts = new ArrayList<>();
    for (Class<?> kind : kinds) {
      for (String name : catalog.names(kind)) {
        RecordType type = type(kind, name);
        if (name.equals(word) || type.elsewhere().contains(word)) {
          texts.add(component(kind, name, type));
        }
      }
    }
    return texts;
  }

  /** What is said of each word that no component has on purpose, whatever its kind. */
  public List<String> refusals(String word) {
    List<String> texts = new ArrayList<>();
    for (Class<?> kind : kinds) {
      catalog.refusals(kind).stream()
          .filter(refusal -> refusal.names(word))
          .map(refusal -> refusal(kind, refusal))
          .forEach(texts::add);
    }
    return texts;
  }

  private static String refusal(Class<?> kind, Refusal refusal) {
    return "%s `%s` is not offered: %s%n%n  %s%n"
        .formatted(
            kind.getAnnotation(Kind.class).value(),
            String.join("`, `", refusal.words()),
            refusal.reason(),
            refusal.instead());
  }

  private RecordType type(Class<?> kind, String name) {
    return RecordType.of(Objects.requireNonNull(catalog.component(kind, name), name));
  }

  private static String component(Class<?> kind, String name, RecordType type) {
    StringBuilder text = new StringBuilder();
    text.append("%s `%s`%n%n".formatted(kind.getAnnotation(Kind.class).value(), name));
    text.append("  ").append(type.doc()).append('\n');
    if (!type.elsewhere().isEmpty()) {
      text.append("%n  elsewhere: %s%n".formatted(String.join(", ", type.elsewhere())));
    }
    type.examples().forEach(example -> text.append("%n  %s%n".formatted(example)));
    type.keys().forEach(key -> text.append('\n').append(KeyText.lines(key)));
    return text.append(sections(Sections.below(type))).toString();
  }

  /** The keys of sections, each list of them behind what the section is. */
  private static String sections(List<RecordType> sections) {
    StringBuilder text = new StringBuilder();
    for (RecordType section : sections) {
      text.append(section.doc().isEmpty() ? "" : "%n%s%n".formatted(section.doc()));
      section.keys().forEach(key -> text.append('\n').append(KeyText.lines(key)));
    }
    return text.toString();
  }

  /** The components of each kind that a word is for, one in a line. */
  public List<String> families(String word) {
    return kinds.stream()
        .filter(kind -> isCalled(kind.getAnnotation(Kind.class), word))
        .map(this::family)
        .toList();
  }

  private static boolean isCalled(Kind family, String word) {
    return word.equals(family.value()) || word.equals(family.plural());
  }

  private String family(Class<?> kind) {
    Kind family = kind.getAnnotation(Kind.class);
    return catalog.names(kind).stream()
        .sorted()
        .map(name -> "  %s: %s%n".formatted(name, type(kind, name).doc()))
        .collect(Collectors.joining("", "%s%n%n".formatted(family.plural()), ""));
  }
}
