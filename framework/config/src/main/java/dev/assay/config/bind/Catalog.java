package dev.assay.config.bind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components that can be chosen by {@code type}, for each {@link Kind}. */
public interface Catalog {

  /** The names of all components of a kind, in the order of their registration. */
  List<String> names(Class<?> kind);

  /** The record of a component, or null where no component of the kind has the name. */
  @Nullable Class<? extends Record> component(Class<?> kind, String name);

  /** The records of all components that have a name, whatever their kind. */
  List<Class<? extends Record>> named(String name);

  /** What is left out of a kind on purpose, in the order of registration. */
  List<Refusal> refusals(Class<?> kind);

  /** The name of a component's record. */
  String name(Class<?> kind, Class<?> component);
}
