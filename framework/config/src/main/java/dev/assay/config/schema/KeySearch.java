package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import dev.assay.config.compose.KeyPath;
import dev.assay.config.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys by their paths.
 *
 * @param root what a whole file is bound to
 * @param kinds all kinds of components
 */
public record KeySearch(RecordType root, List<Class<?>> kinds, Catalog catalog) {

  /**
   * A key that has been found.
   *
   * @param owner what it is a key of, in words
   */
  public record Found(Key key, String owner) {}

  /** All keys of a name, wherever they stand. */
  public List<Found> anywhere(String name) {
    Stream<Place> sections =
        Sections.below(root).stream()
            .map(section -> new Place(section, Sections.title(root, section), null));
    Stream<Place> components = kinds.stream().flatMap(kind -> components(kind, null));
    return Stream.concat(sections, components)
        .flatMap(place -> reach(place, name))
        .map(Reached::found)
        .toList();
  }

  /**
   * The keys that a path leads to. Without a tree, a path that goes through a component leads to
   * that key of every component that has it.
   *
   * @param tree a composed file, or null
   */
  public List<Found> keys(KeyPath path, Node.@Nullable Mapping tree) {
    List<Place> places = List.of(new Place(root, "the experiment", tree));
    List<Found> found = List.of();
    for (KeyPath.Step step : path.steps()) {
      if (step instanceof KeyPath.Step.Key name) {
        List<Reached> reached =
            places.stream().flatMap(place -> reach(place, name.name())).toList();
        found = reached.stream().map(Reached::found).toList();
        places = reached.stream().flatMap(this::inside).toList();
      } else if (step instanceof KeyPath.Step.Item item) {
        places =
            places.stream()
                .map(place -> item(place, item.index()))
                .flatMap(Optional::stream)
                .toList();
      }
    }
    return found;
  }

  /**
   * A mapping whose keys are known.
   *
   * @param mark the key that an item of a list has if it is such a mapping, or null
   * @param component what then stands behind {@code type}, or null
   * @param node the mapping in the file, its list where it stands in one, or null
   */
  private record Place(
      RecordType type,
      String owner,
      @Nullable String mark,
      @Nullable String component,
      @Nullable Node node) {

    Place(RecordType type, String owner, @Nullable Node node) {
      this(type, owner, null, null, node);
    }

    /** Whether an item of a list can be this. */
    boolean fits(Node item) {
      if (!(item instanceof Node.Mapping mapping) || (mark != null && mapping.get(mark) == null)) {
        return mark == null && component == null;
      }
      return component == null
          || !(mapping.get("type") instanceof Node.Scalar name)
          || name.text().equals(component);
    }
  }

  private record Reached(Found found, @Nullable Node value) {}

  private static Stream<Reached> reach(Place place, String name) {
    Node value = place.node() instanceof Node.Mapping mapping ? mapping.get(name) : null;
    return place.type().keys().stream()
        .filter(key -> key.name().equals(name) && !key.inline())
        .map(key -> new Reached(new Found(key, place.owner()), value));
  }

  private Stream<Place> inside(Reached reached) {
    return inside(
        reached.found().key().type(), "`" + reached.found().key().name() + "`", reached.value());
  }

  private Stream<Place> inside(ValueType type, String owner, @Nullable Node node) {
    if (type instanceof ValueType.ListOf list) {
      return inside(list.item(), owner, node);
    }
    if (type instanceof ValueType.Nested nested) {
      RecordType section = RecordType.of(nested.type());
      return withInlined(new Place(section, owner, node));
    }
    if (type instanceof ValueType.Choice choice) {
      return choice.options().stream()
          .flatMap(
              option ->
                  withInlined(
                      new Place(RecordType.of(option.type()), owner, option.mark(), null, node)));
    }
    return type instanceof ValueType.Component component
        ? components(component.kind(), node)
        : Stream.empty();
  }

  private Stream<Place> withInlined(Place place) {
    Stream<Place> inlined =
        place.type().keys().stream()
            .filter(Key::inline)
            .flatMap(key -> inside(key.type(), place.owner(), place.node()));
    return Stream.concat(Stream.of(place), inlined);
  }

  /** The component that a mapping of the file is, or all components of the kind. */
  private Stream<Place> components(Class<?> kind, @Nullable Node node) {
    String word = kind.getAnnotation(Kind.class).value();
    Node written = node instanceof Node.Mapping mapping ? mapping.get("type") : null;
    return catalog.names(kind).stream()
        .filter(name -> !(written instanceof Node.Scalar type) || type.text().equals(name))
        .flatMap(
            name -> {
              Class<? extends Record> component = catalog.component(kind, name);
              return component == null
                  ? Stream.empty()
                  : Stream.of(
                      new Place(
                          RecordType.of(component),
                          "%s `%s`".formatted(word, name),
                          null,
                          name,
                          node));
            });
  }

  private Optional<Place> item(Place place, int index) {
    if (place.node() instanceof Node.Sequence list) {
      return index < list.items().size() && place.fits(list.items().get(index))
          ? Optional.of(new Place(place.type(), place.owner(), list.items().get(index)))
          : Optional.empty();
    }
    return place.node() == null ? Optional.of(place) : Optional.empty();
  }
}
