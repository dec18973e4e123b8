package dev.assay.config.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where base files and groups are looked for.
 *
 * @param folders the first one first
 */
public record SearchPath(List<Path> folders) {

  /** The folder that groups stand in, below a folder of the search path. */
  static final String GROUPS = "groups";

  private static final String ENDING = ".yaml";

  public SearchPath {
    folders = List.copyOf(folders);
  }

  /**
   * The search path of a file: its own folder, the folders around it, and those that the user
   * names.
   */
  public static SearchPath of(Path file, List<Path> more) {
    List<Path> folders = new ArrayList<>();
    Path start = file.toAbsolutePath().normalize().getParent();
    Path working = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      folders.add(working.relativize(folder));
      if (folder.equals(working) || Files.exists(folder.resolve(".git"))) {
        break;
      }
    }
    folders.addAll(more);
    return new SearchPath(folders);
  }

  /** The file of a group. */
  Optional<Path> group(String section, String name) {
    return folders.stream()
        .map(folder -> folder.resolve(GROUPS).resolve(section).resolve(name + ENDING))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The names of all groups of a section. */
  List<String> groups(String section) {
    return folders.stream()
        .flatMap(folder -> names(folder.resolve(GROUPS).resolve(section)).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .toList();
    } catch (IOException e) {
      return List.of(); // there is no such folder, or it is not for us
    }
  }

  /** A base file: beside the file that names it, or else in a folder of the search path. */
  Optional<Path> base(String name, Path besides) {
    Path near = besides.resolve(name).normalize();
    if (Files.isRegularFile(near)) {
      return Optional.of(near);
    }
    return folders.stream()
        .map(folder -> folder.resolve(name).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
