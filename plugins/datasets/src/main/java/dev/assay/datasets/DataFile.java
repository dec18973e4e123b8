package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a dataset, unpacked: one of the user's, or one that travels inside this plugin.
 *
 * @param name what messages call it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file, read only here
record DataFile(String name, byte[] bytes) {

  private static final String GZIP = ".gz";

  /**
   * Reads a file of a folder, packed or not.
   *
   * @param folder the user's, or null for the one inside the plugin
   * @param inside the plugin's folder of the same content
   */
  static DataFile read(@Nullable Path folder, String inside, String file) {
    return folder == null ? builtIn(inside + "/" + file) : ofUser(folder, file);
  }

  /**
   * Finds the file that a key names: relative to the experiment's file, in one of the user's
   * folders, or inside this plugin.
   */
  static DataFile find(DataFiles files, String file) {
    Path path = files.locate(file, Files::isRegularFile);
    if (!Files.isRegularFile(path) && DataFile.class.getResource(file + GZIP) != null) {
      return builtIn(file);
    }
    if (!Files.isRegularFile(path)) {
      throw new DataException("there is no file %s".formatted(path)).at("file");
    }
    return ofUser(
        Objects.requireNonNull(path.toAbsolutePath().getParent()), path.getFileName().toString());
  }

  private static DataFile builtIn(String resource) {
    try (InputStream packed = DataFile.class.getResourceAsStream(resource + GZIP)) {
      if (packed == null) {
        throw new DataException("this build does not contain " + resource);
      }
      return new DataFile(resource, new GZIPInputStream(packed).readAllBytes());
    } catch (IOException e) {
      throw new DataException("%s cannot be read (%s)".formatted(resource, e.getMessage()));
    }
  }

  private static DataFile ofUser(Path folder, String file) {
    if (!Files.isDirectory(folder)) {
      throw new DataException("the folder %s does not exist".formatted(folder));
    }
    Path plain = folder.resolve(file);
    Path packed = folder.resolve(file + GZIP);
    Path found = Files.exists(plain) ? plain : packed;
    if (!Files.exists(found)) {
      throw new DataException(
          "the folder %s has no file %s, with or without .gz".formatted(folder, file));
    }
    try (InputStream in = Files.newInputStream(found)) {
      InputStream content = found.equals(packed) ? new GZIPInputStream(in) : in;
      return new DataFile(found.toString(), content.readAllBytes());
    } catch (IOException e) {
      throw new DataException("%s cannot be read (%s)".formatted(found, e.getMessage()));
    }
  }

  /**
   * Makes sure that the bytes are those that were published.
   *
   * @throws DataException if they are not
   */
  DataFile verified(String sha256) {
    String digest = Digests.sha256(bytes);
    if (!digest.equals(sha256)) {
      throw new DataException(
          "%s is damaged: its SHA-256 is %s, not %s".formatted(name, digest, sha256),
          "fetch it again, or remove it to use the copy that travels with Assay");
    }
    return this;
  }
}
