package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files behind paths: a folder stands for all YAML files below it. */
final class ExperimentFiles {

  private ExperimentFiles() {}

  static List<Path> in(List<String> paths) {
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      Path given = Path.of(path);
      if (Files.isDirectory(given)) {
        files.addAll(below(given));
      } else {
        files.add(given);
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder.normalize())) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty()) {
        throw new UsageException("the folder %s holds no *.yaml file".formatted(folder));
      }
      return files;
    } catch (IOException e) {
      throw new UsageException("the folder %s cannot be read".formatted(folder));
    }
  }
}
