package dev.assay.config.bind;

import dev.assay.config.diagnostics.Words;
import java.lang.reflect.Method;
import java.util.List;

/** What can be written behind a key, and what it becomes in Java. */
public sealed interface ValueType {

  /** What a message says that a key takes: {@code a whole number}. */
  String describe();

  /** An {@code int} or a {@code long}. */
  record Whole(boolean wide) implements ValueType {
    @Override
    public String describe() {
      return "a whole number";
    }
  }

  /** A {@code double}; always finite. */
  record Real() implements ValueType {
    @Override
    public String describe() {
      return "a number";
    }
  }

  /** A {@code boolean}. */
  record Flag() implements ValueType {
    @Override
    public String describe() {
      return "`true` or `false`";
    }
  }

  /** A {@code String}, as it was written. */
  record Text() implements ValueType {
    @Override
    public String describe() {
      return "a text";
    }
  }

  /** A {@code String} that is a {@link FilePath}. */
  record File() implements ValueType {
    @Override
    public String describe() {
      return "a path, from the folder of this file";
    }
  }

  /** A constant of an enum, in lower case. */
  record Word(List<String> words, List<Object> constants) implements ValueType {
    @Override
    public String describe() {
      return Words.or(words);
    }
  }

  /** What a {@link FromText} method makes of a word. */
  record Parsed(Method factory) implements ValueType {
    @Override
    public String describe() {
      return form().value();
    }

    /** What it takes. */
    public FromText form() {
      return factory.getAnnotation(FromText.class);
    }
  }

  /** A {@link NumberArray}. */
  record Numbers() implements ValueType {
    @Override
    public String describe() {
      return "a number or nested lists of numbers";
    }
  }

  /** The tree itself, for whom it concerns later. */
  record Raw() implements ValueType {
    @Override
    public String describe() {
      return "any value";
    }
  }

  /** A list; a single value stands for a list of one. */
  record ListOf(ValueType item) implements ValueType {
    @Override
    public String describe() {
      return "a list, each item " + item.describe();
    }
  }

  /** A mapping from any words to values of one type. */
  record MapOf(ValueType value) implements ValueType {
    @Override
    public String describe() {
      return "a mapping to " + value.describe();
    }
  }

  /** A mapping with fixed keys. */
  record Nested(Class<? extends Record> type) implements ValueType {
    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** One of the components of a kind. */
  record Component(Class<?> kind) implements ValueType {
    @Override
    public String describe() {
      String word = kind.getAnnotation(Kind.class).value();
      return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
  }

  /** One of the records of a sealed interface; the first whose mark is among the keys. */
  record Choice(List<Option> options) implements ValueType {

    /**
     * A record that can be chosen.
     *
     * @param mark the key that tells the record from the others: its {@link Variant}, or else
     *     {@code type}
     */
    public record Option(String mark, Class<? extends Record> type) {}

    @Override
    public String describe() {
      return "a mapping";
    }
  }
}
