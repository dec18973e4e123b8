package dev.assay.mlflow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the server keeps the files of a run. MLflow's own client would start Python for it. */
interface ArtifactStore {

  /**
   * Puts a file there, or replaces it.
   *
   * @param path relative to the run's files, with slashes
   * @throws Trouble with a sentence for the user
   */
  void put(String path, Path file) throws IOException;

  /**
   * The way to a run's files.
   *
   * @param uri where they are, as the server says it
   */
  static ArtifactStore of(Connection connection, String run, String uri) {
    URI place = URI.create(uri.replace(" ", "%20"));
    return switch (scheme(place)) {
      case "mlflow-artifacts", "http", "https" -> ProxiedStore.of(connection, place);
      case "s3" -> new PresignedStore(connection, run);
      case "file", "" -> FolderStore.of(connection, run, place);
      default -> new ServerStore(connection, run);
    };
  }

  private static String scheme(URI place) {
    @Nullable String scheme = place.getScheme();
    return scheme == null ? "" : scheme;
  }
}
