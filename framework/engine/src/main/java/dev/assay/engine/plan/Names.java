package dev.assay.engine.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the names that a user wrote stand for, at one place of a network.
 *
 * @param network the network's names by those written
 * @param prefix the group that a name is in, with a dot, or nothing
 * @param suffix tells the rounds of a repetition apart
 */
record Names(Map<String, String> network, String prefix, String suffix) {

  /** Those at the top of a file, where none is given yet. */
  static Names none() {
    return new Names(new LinkedHashMap<>(), "", "");
  }

  /** The same names, and those of one round, counted from 1. */
  Names round(int number) {
    return new Names(new LinkedHashMap<>(network), prefix, suffix + "_" + number);
  }

  /** The same names, and those of a group. */
  Names inside(String group) {
    return new Names(new LinkedHashMap<>(network), group + ".", "");
  }

  /** The same names, and others that nobody outside knows. */
  Names copy() {
    return new Names(new LinkedHashMap<>(network), prefix, suffix);
  }

  /** The network's name for one that is written here for the first time. */
  String full(String written) {
    return prefix + written + suffix;
  }

  /** The network's name for one that is written here to refer to something. */
  String meant(String written) {
    return network.getOrDefault(written, written);
  }

  void put(String written, String name) {
    network.put(written, name);
  }
}
