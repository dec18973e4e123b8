package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The images of a folder.
 *
 * @param classes the names of the classes, sorted
 * @param given whether the folder itself says which images are for what
 */
record ImageFolder(Path folder, List<String> classes, List<Image> images, boolean given) {

  /** So many images are in memory while they are looked at. */
  private static final int AT_ONCE = 64;

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  /** Images that are not read; whoever puts them into a class's folder means them to be. */
  private static final List<String> OTHERS =
      List.of(".webp", ".tif", ".tiff", ".heic", ".avif", ".jp2", ".svg", ".ppm", ".pgm", ".npy");

  /**
   * An image.
   *
   * @param part the split that it is in, or nothing where that is to be decided
   */
  record Image(Path file, String part, String label) {}

  /**
   * Finds the images.
   *
   * @param strict whether a class without images is wrong
   * @throws DataException if there are none
   */
  static ImageFolder list(Path folder, boolean strict) {
    boolean given =
        Files.isDirectory(folder.resolve("train")) && Files.isDirectory(folder.resolve("test"));
    List<Image> images = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (String part : given ? names(folders(folder)) : List.of("")) {
      for (Path label : folders(folder.resolve(part))) {
        List<Path> files = files(label);
        files.forEach(file -> images.add(new Image(file, part, label.getFileName().toString())));
        if (files.stream().noneMatch(ImageFolder::isRead)) {
          empty.add(folder.relativize(label).toString());
        }
      }
    }
    if (images.isEmpty()) {
      throw new DataException(
              "%s has no folders with images".formatted(folder),
              "it holds one folder for each class, with images that end with "
                  + String.join(", ", ENDINGS))
          .at("folder");
    }
    if (!empty.isEmpty() && strict) {
      throw new DataException(
              "%s has folders without images, which would be classes without samples: %s"
                  .formatted(folder, Wrong.line(empty)),
              "`bad_files: skip` leaves them out; images end with " + String.join(", ", ENDINGS))
          .at("folder");
    }
    TreeSet<String> classes = new TreeSet<>();
    images.forEach(image -> classes.add(image.label()));
    return new ImageFolder(folder, List.copyOf(classes), images, given);
  }

  private static List<String> names(List<Path> folders) {
    return folders.stream().map(part -> part.getFileName().toString()).toList();
  }

  private static List<Path> folders(Path folder) {
    return children(folder).stream()
        .filter(Files::isDirectory)
        .filter(child -> !child.getFileName().toString().startsWith("."))
        .toList();
  }

  /** The images, and what may be thought to be some: other formats, and folders within a class. */
  private static List<Path> files(Path folder) {
    List<Path> within = folders(folder);
    return children(folder).stream()
        .filter(file -> isRead(file) || ends(file, OTHERS) || within.contains(file))
        .toList();
  }

  private static boolean isRead(Path file) {
    return ends(file, ENDINGS);
  }

  private static boolean ends(Path file, List<String> endings) {
    return endings.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith);
  }

  /** In the order of their names, which is the same on every machine. */
  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new DataException("%s cannot be read (%s)".formatted(folder, e.getMessage()));
    }
  }

  /** The classes of the images. */
  int[] labels() {
    return images.stream().mapToInt(image -> classes.indexOf(image.label())).toArray();
  }

  /** The images of each part. */
  Map<String, int[]> parts(Partition split) {
    if (given) {
      return Partition.byPart(images.stream().map(Image::part).toList());
    }
    List<String> labels = images.stream().map(Image::label).toList();
    return split.parts(images.size(), split.stratify() ? labels : null);
  }

  /**
   * Decodes all images, on all cores.
   *
   * @param each is shown the pixels of one after the other, without those that are left out
   * @return the images that were not left out
   * @throws DataException with all files that are bad, unless they are left out
   */
  ImageFolder decoded(Images keys, Consumer<byte[]> each) {
    List<Image> good = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < images.size(); from += AT_ONCE) {
      List<Image> some = images.subList(from, Math.min(images.size(), from + AT_ONCE));
      for (Decoded decoded : some.parallelStream().map(image -> decoded(image, keys)).toList()) {
        if (decoded.wrong == null) {
          good.add(decoded.image);
          each.accept(decoded.pixels);
        } else {
          wrong.add("%s (%s)".formatted(folder.relativize(decoded.image.file), decoded.wrong));
        }
      }
    }
    if (!wrong.isEmpty() && keys.badFiles() == Images.BadFiles.ERROR) {
      throw new DataException(
          "%s has bad files: %s".formatted(folder, Wrong.line(wrong)),
          "`bad_files: skip` leaves them out");
    }
    return new ImageFolder(folder, classes, good, given);
  }

  /** An image's pixels, or why there are none. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Decoded(Image image, byte[] pixels, @Nullable String wrong) {}

  private static Decoded decoded(Image image, Images keys) {
    try {
      if (!isRead(image.file) && !Files.isDirectory(image.file)) {
        throw new IOException("not one of " + String.join(", ", ENDINGS));
      }
      return new Decoded(image, ImageFile.read(image.file, keys), null);
    } catch (IOException e) {
      return new Decoded(image, new byte[0], String.valueOf(e.getMessage()));
    }
  }
}
