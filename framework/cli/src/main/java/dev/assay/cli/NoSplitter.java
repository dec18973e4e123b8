package dev.assay.cli;

import com.beust.jcommander.converters.IParameterSplitter;
import java.util.List;

/** Takes a value as it is, commas included: {@code --set a=[1, 2]}. */
final class NoSplitter implements IParameterSplitter {
  @Override
  public List<String> split(String value) {
    return List.of(value);
  }
}
