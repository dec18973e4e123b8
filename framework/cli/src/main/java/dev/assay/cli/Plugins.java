package dev.assay.cli;

import dev.assay.engine.plugin.Registry;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/** Finds plugins: on the class path, and in the folder that the user names. */
final class Plugins {

  private Plugins() {}

  /** All components of all plugins. */
  static Registry registry(@Nullable String folder) {
    ClassLoader loader = Plugins.class.getClassLoader();
    if (folder != null) {
      loader = new URLClassLoader(jars(Path.of(folder)), loader);
      // DL4J looks up the classes of saved networks by the thread's own loader.
      Thread.currentThread().setContextClassLoader(loader);
    }
    try {
      return Registry.of(loader);
    } catch (ServiceConfigurationError | IllegalStateException | LinkageError e) {
      throw new UsageException("a plugin cannot be loaded: " + e.getMessage());
    }
  }

  private static URL[] jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("the plugin folder %s does not exist".formatted(folder));
    }
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        jars.add(url(file));
      }
    } catch (IOException e) {
      throw new UsageException(
          "the plugin folder %s cannot be read (%s)".formatted(folder, e.getMessage()));
    }
    if (jars.isEmpty()) {
      throw new UsageException("the plugin folder %s has no jar".formatted(folder));
    }
    return jars.toArray(URL[]::new);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
