package dev.assay.mlflow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;

/**
 * Files that go through the server itself, which is what it does unless it is told otherwise.
 *
 * @param root what stands before {@code artifacts}, {@code mpu} and the like
 * @param folder the run's folder there, between slashes
 */
record ProxiedStore(Wire wire, String root, String folder) implements ArtifactStore {

  private static final String API = "/api/2.0/mlflow-artifacts";
  private static final String PLACE = "/artifacts/";

  /**
   * The store at {@code mlflow-artifacts:/1/abc/artifacts}, maybe with a host of its own, or at
   * {@code https://host/api/2.0/mlflow-artifacts/artifacts/1/abc/artifacts}.
   */
  static ProxiedStore of(Connection connection, URI place) {
    String path = place.getRawPath().replaceFirst("^/+", "");
    if (!"mlflow-artifacts".equals(place.getScheme())) {
      String whole = place.toString();
      int cut = whole.indexOf(API + PLACE) + API.length();
      return new ProxiedStore(
          connection.wire(), whole.substring(0, cut), whole.substring(cut + PLACE.length()));
    }
    URI server = connection.server().uri();
    String host =
        place.getRawAuthority() == null ? server.getRawAuthority() : place.getRawAuthority();
    String root = server.getScheme() + "://" + host + server.getRawPath() + API;
    return new ProxiedStore(connection.wire(), root, path);
  }

  @Override
  public void put(String path, Path file) throws IOException {
    String place = folder + "/" + Paths.encoded(path);
    try {
      URI address = URI.create(root + PLACE + place);
      wire.put(address, Map.of(), BodyPublishers.ofFile(file), file);
    } catch (Trouble trouble) {
      if (!wantsParts(trouble)) {
        throw trouble;
      }
      String name = path.substring(path.lastIndexOf('/') + 1);
      new PartsUpload(wire, root).put(place.substring(0, place.lastIndexOf('/')), name, file);
    }
  }

  /** Some servers only hand out addresses of the storage behind them. */
  private static boolean wantsParts(Trouble trouble) {
    return trouble.status() == 403
        && String.valueOf(trouble.getMessage()).contains("directly to storage");
  }
}
