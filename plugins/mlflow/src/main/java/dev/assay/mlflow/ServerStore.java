package dev.assay.mlflow;

import dev.assay.mlflow.Trouble.Remedy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Files that the server itself puts into a store that only it can reach. It takes small ones. */
record ServerStore(Connection connection, String run) implements ArtifactStore {

  private static final long LARGEST = 10_000_000;

  @Override
  public void put(String path, Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new Trouble(
          "its files are where only the server can write, and it takes 10 MB at most; start it with"
              + " --serve-artifacts",
          Remedy.NONE,
          null);
    }
    String place =
        "%s/ajax-api/2.0/mlflow/upload-artifact?run_uuid=%s&path=%s"
            .formatted(connection.server(), run, Paths.part(path));
    connection
        .wire()
        .post(URI.create(place), Map.of(), BodyPublishers.ofFile(file), "the file " + path);
  }
}
