package dev.assay.mlflow;

import dev.assay.engine.tracking.AtomicFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files in a folder that this machine shares with the server. */
record FolderStore(Path folder) implements ArtifactStore {

  /**
   * The store of a run in a folder; by way of the server where the folder is not on this machine.
   * {@code <folder>/<experiment>/<run>/artifacts} is made with the first file, but the folder that
   * the server was started with is there, unless the server is elsewhere.
   */
  static ArtifactStore of(Connection connection, String run, URI place) {
    Path folder = place.getScheme() == null ? Path.of(place.getPath()) : Path.of(place);
    boolean shared = exists(up(folder, 2)) || exists(up(folder, 3));
    return shared ? new FolderStore(folder) : new ServerStore(connection, run);
  }

  private static @Nullable Path up(Path folder, int levels) {
    @Nullable Path path = folder;
    for (int i = 0; i < levels && path != null; i++) {
      path = path.getParent();
    }
    return path;
  }

  private static boolean exists(@Nullable Path folder) {
    return folder != null && folder.getNameCount() > 0 && Files.isDirectory(folder);
  }

  @Override
  public void put(String path, Path file) throws IOException {
    Path to = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    AtomicFile.write(to, out -> Files.copy(file, out));
  }
}
