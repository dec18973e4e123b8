package dev.assay.engine.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where datasets look for files.
 *
 * @param folders the user's own folders, the first one first: {@code --data-dir}, then {@code
 *     ASSAY_DATA}
 * @param base the folder that relative paths in the experiment's file start from
 */
public record DataFiles(List<Path> folders, Path base) {

  public DataFiles {
    folders = List.copyOf(folders);
  }

  /** A file or folder below one of the user's folders: {@code mnist/train-images-idx3-ubyte}. */
  public Optional<Path> find(String relative) {
    return folders.stream()
        .map(folder -> folder.resolve(relative))
        .filter(Files::exists)
        .findFirst();
  }

  /**
   * What a key names: as the experiment's file names it, or else below one of the user's folders.
   *
   * @param right whether a path is what the key wants, a file or a folder
   * @return the first of these that is right, or the path as the experiment's file names it
   */
  public Path locate(String path, Predicate<Path> right) {
    Path named = resolve(path);
    return right.test(named) ? named : find(path).orElse(named);
  }

  /** A path that the experiment's file names: absolute, or relative to that file. */
  public Path resolve(String path) {
    return base.resolve(path).normalize();
  }
}
