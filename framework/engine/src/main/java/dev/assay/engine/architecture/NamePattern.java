package dev.assay.engine.architecture;

import java.util.regex.Pattern;

/**
 * Names of layers, as a file chooses them: {@code *} stands for any letters, and the name of a
 * group or of a layer that is made of others for all that is in it.
 */
public record NamePattern(String text) {

  /** Whether it stands for a name. */
  public boolean matches(String name) {
    String literal = Pattern.quote(text).replace("*", "\\E.*\\Q");
    return name.matches(literal) || name.matches(literal + "\\..*");
  }
}
