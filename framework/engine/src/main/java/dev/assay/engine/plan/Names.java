package dev.assay.engine.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the names that a user wrote stand for, at one place of a network.
 *
 * @param network the network's names by those written
 * @param parts the whole names of items by those written; a group has a name, but is no layer
 * @param prefix the group that a name is in, with a dot, or nothing
 * @param suffix tells the rounds of a repetition apart
 */
record Names(Map<String, String> network, Map<String, String> parts, String prefix, String suffix) {

  /** Those at the top of a file, where none is given yet. */
  static Names none() {
    return new Names(new LinkedHashMap<>(), new LinkedHashMap<>(), "", "");
  }

  /** The same names, and those of one round, counted from 1. */
  Names round(int number) {
    return copy(prefix, suffix + "_" + number);
  }

  /** The same names, and those of a group. */
  Names inside(String group) {
    return copy(group + ".", "");
  }

  /** The same names, and others that nobody outside knows. */
  Names copy() {
    return copy(prefix, suffix);
  }

  private Names copy(String before, String behind) {
    return new Names(new LinkedHashMap<>(network), new LinkedHashMap<>(parts), before, behind);
  }

  /** The network's name for one that is written here for the first time. */
  String full(String written) {
    return prefix + written + suffix;
  }

  /** The network's name for one that is written here to refer to something. */
  String meant(String written) {
    return network.getOrDefault(written, written);
  }

  /** The whole name of the item that is called so here. */
  String part(String written) {
    return parts.getOrDefault(written, written);
  }

  void put(String written, String name) {
    network.put(written, name);
    parts.put(written, name);
  }

  /** Says which layer a group ends with: what others are given who name the group. */
  void end(String group, String last) {
    network.put(group, last);
  }
}
