package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.Digests;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
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
    return find(files, file, "file");
  }

  /**
   * Finds a file.
   *
   * @param key what names it
   */
  static DataFile find(DataFiles files, String file, String key) {
    Path path = files.locate(file, named -> Files.isRegularFile(present(named)));
    if (Files.isRegularFile(present(path))) {
      return unpacked(present(path));
    }
    if (DataFile.class.getResource(file + GZIP) != null) {
      return builtIn(file);
    }
    String what = Files.isDirectory(path) ? "%s is a folder, not a file" : "there is no file %s";
    throw new DataException(what.formatted(path)).at(key);
  }

  /** A file, or the same one packed. */
  private static Path present(Path file) {
    return Files.exists(file) ? file : file.resolveSibling(file.getFileName() + GZIP);
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
    Path found = present(folder.resolve(file));
    if (!Files.exists(found)) {
      throw new DataException(
          "the folder %s has no file %s, with or without .gz".formatted(folder, file));
    }
    return unpacked(found);
  }

  /** The content of a file; whether it is packed, its first bytes say. */
  private static DataFile unpacked(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(Short.BYTES);
      boolean packed = (in.read() | in.read() << 8) == GZIPInputStream.GZIP_MAGIC;
      in.reset();
      InputStream content = packed ? new GZIPInputStream(in) : in;
      return new DataFile(file.toString(), content.readAllBytes());
    } catch (EOFException | ZipException e) {
      throw new DataException("%s is a damaged gzip file (%s)".formatted(file, e.getMessage()));
    } catch (AccessDeniedException e) {
      throw new DataException("%s may not be read".formatted(file));
    } catch (IOException e) {
      throw new DataException("%s cannot be read (%s)".formatted(file, e.getMessage()));
    } catch (OutOfMemoryError e) {
      throw new DataException("%s does not fit into the memory of the JVM".formatted(file));
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
