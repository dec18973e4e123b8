package dev.assay.config.bind;

import static dev.assay.config.bind.Binding.INVALID;

import dev.assay.config.bind.NumberArrays.Ragged;
import dev.assay.config.bind.Scalars.Mismatch;
import dev.assay.config.tree.Node;

/** Makes numbers, words and texts of scalars. */
record ScalarBinder(Binding binding) {

  /** The value, or {@link Binding#INVALID}. */
  Object value(ValueType type, Node node, String name) {
    return type instanceof ValueType.Numbers ? numbers(node, name) : scalar(type, node, name);
  }

  private Object numbers(Node node, String name) {
    try {
      return NumberArrays.read(node);
    } catch (Ragged e) {
      binding.complaints().refused(name, String.valueOf(e.getMessage()), e.at());
      return INVALID;
    }
  }

  private Object scalar(ValueType type, Node node, String name) {
    try {
      if (!(node instanceof Node.Scalar scalar)) {
        throw new Mismatch();
      }
      return read(type, scalar, name);
    } catch (Mismatch e) {
      if (e.reason().isEmpty()) {
        binding.complaints().wrongType(name, type.describe(), node);
      } else {
        binding.complaints().refused(name, e.reason(), node);
      }
      return INVALID;
    }
  }

  private Object read(ValueType type, Node.Scalar scalar, String name) throws Mismatch {
    if (type instanceof ValueType.Whole whole) {
      return Scalars.whole(scalar, whole.wide());
    } else if (type instanceof ValueType.Real) {
      return Scalars.real(scalar);
    } else if (type instanceof ValueType.Flag) {
      return Scalars.flag(scalar);
    } else if (type instanceof ValueType.Parsed parsed) {
      return Scalars.parsed(scalar, parsed);
    } else if (type instanceof ValueType.File) {
      return binding.paths().read(scalar);
    } else if (type instanceof ValueType.Word word) {
      return word(word, scalar, name);
    }
    return Scalars.text(scalar);
  }

  private Object word(ValueType.Word type, Node.Scalar scalar, String name) {
    int index = type.words().indexOf(scalar.text());
    if (index < 0) {
      binding.complaints().unknownWord(name, type, scalar);
      return INVALID;
    }
    return type.constants().get(index);
  }
}
