package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Places for files other than the usual one. */
@Timeout(30)
class StoreTest {

  private static final byte[] CONTENT = {1, 2, 3, 0, -1};

  private FaultServer server;
  private Connection connection;
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = new FaultServer();
    Map<String, String> login = Map.of("MLFLOW_TRACKING_TOKEN", "s3cret");
    connection = Connection.open(Address.of(server.address() + "/team"), new Environment(login));
  }

  @AfterEach
  void stop() {
    connection.close();
    server.close();
  }

  private void put(String uri, String path) throws IOException {
    Path file = Files.write(folder.resolve("file.bin"), CONTENT);
    ArtifactStore.of(connection, "r1", uri).put(path, file);
  }

  @Test
  void theServerBehindAPathKeepsItsPath() throws IOException {
    put("mlflow-artifacts:/1/r1/artifacts", "a b/%+ü.png");
    assertThat(server.seen).hasSize(1);
    assertThat(server.seen.get(0).path())
        .isEqualTo("/team/api/2.0/mlflow-artifacts/artifacts/1/r1/artifacts/a b/%+ü.png");
    assertThat(server.seen.get(0).body()).isEqualTo(CONTENT);
  }

  @Test
  void anotherServerForFilesIsNotToldTheSecret() throws IOException {
    try (FaultServer other = new FaultServer()) {
      String host = URI.create(other.address()).getAuthority();
      put("mlflow-artifacts://" + host + "/1/r1/artifacts", "x");
      put(other.address() + "/api/2.0/mlflow-artifacts/artifacts/1/r1/artifacts", "y");
      assertThat(other.seen)
          .extracting(FaultServer.Seen::path)
          .containsExactly(
              "/team/api/2.0/mlflow-artifacts/artifacts/1/r1/artifacts/x",
              "/api/2.0/mlflow-artifacts/artifacts/1/r1/artifacts/y");
      assertThat(other.seen)
          .allSatisfy(seen -> assertThat(seen.headers()).doesNotContainKey("Authorization"));
    }
    assertThat(server.seen).isEmpty();
  }

  @Test
  void aBucketIsReachedByAddressesThatTheServerSigns() throws IOException {
    try (FaultServer bucket = new FaultServer()) {
      server.with(
          1,
          "presigned-upload-url",
          FaultServer.status(
              200,
              "application/json",
              "{\"presigned_url\":\"%s/bucket/x?sig=1\",\"headers\":{\"Content-Type\":\"a/b\"}}"
                  .formatted(bucket.address())));
      bucket.with(1, "x", FaultServer.status(200, "text/html; charset=utf-8", ""));
      put("s3://bucket/1/r1/artifacts", "plots/x.png");
      assertThat(server.seen.get(0).text())
          .isEqualTo("{\"run_id\":\"r1\",\"path\":\"plots/x.png\"}");
      assertThat(bucket.seen).hasSize(1);
      assertThat(bucket.seen.get(0).path()).isEqualTo("/bucket/x");
      assertThat(bucket.seen.get(0).body()).isEqualTo(CONTENT);
      assertThat(bucket.seen.get(0).headers())
          .containsEntry("Content-type", List.of("a/b"))
          .doesNotContainKey("Authorization");
    }
  }

  @Test
  void aServerThatSignsNothingTakesSmallFilesItself() throws IOException {
    server.with(1, "presigned-upload-url", FaultServer.status(404, "text/html", "<html>no</html>"));
    put("s3://bucket/1/r1/artifacts", "x");
    assertThat(server.seen.get(1).path()).isEqualTo("/team/ajax-api/2.0/mlflow/upload-artifact");
    assertThat(server.seen.get(1).body()).isEqualTo(CONTENT);
  }

  @Test
  void otherStoresAreReachedThroughTheServer() throws IOException {
    put("gs://bucket/1/r1/artifacts", "x");
    assertThat(server.count("upload-artifact")).isEqualTo(1);
  }

  @Test
  void aLargeFileForAStoreThatOnlyTheServerReachesIsRefusedInOneSentence() throws IOException {
    Path large = folder.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(10_000_001);
    }
    assertThatThrownBy(() -> ArtifactStore.of(connection, "r1", "hdfs://x/1").put("l", large))
        .hasMessageStartingWith("its files are where only the server can write");
    assertThat(server.seen).isEmpty();
  }

  @Test
  void aFolderOfAnotherMachineIsReachedThroughTheServer() throws IOException {
    put("file:///no/such/folder/here/1/r1/artifacts", "x");
    assertThat(server.count("upload-artifact")).isEqualTo(1);
    assertThat(Path.of("/no/such")).doesNotExist();
  }

  @Test
  void aFolderOfThisMachineIsWrittenTo() throws IOException {
    Path root = Files.createDirectory(folder.resolve("files"));
    put(root.toUri() + "1/r1/artifacts", "plots/x.png");
    assertThat(root.resolve("1/r1/artifacts/plots/x.png")).hasBinaryContent(CONTENT);
    assertThat(server.seen).isEmpty();
  }

  @Test
  void aServerThatTakesNoFilesItselfGetsThemInParts() throws IOException {
    try (FaultServer bucket = new FaultServer()) {
      server.with(
          1,
          "x.bin",
          FaultServer.status(
              403,
              "application/json",
              "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"This server requires artifacts"
                  + " to be uploaded directly to storage.\"}"));
      server.with(
          1,
          "mpu/create/1/r1/artifacts/a",
          FaultServer.status(
              200,
              "application/json",
              "{\"upload_id\":\"u\",\"credentials\":[{\"url\":\"%s/p1\",\"part_number\":1}]}"
                  .formatted(bucket.address())));
      bucket.with(
          1,
          "p1",
          exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"e1\"");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      put("mlflow-artifacts:/1/r1/artifacts", "a/x.bin");
      assertThat(bucket.seen.get(0).body()).isEqualTo(CONTENT);
      assertThat(server.seen.get(2).path()).endsWith("mpu/complete/1/r1/artifacts/a");
      assertThat(server.seen.get(2).text())
          .contains("\"upload_id\":\"u\"", "\"etag\":\"\\\"e1\\\"\"", "\"part_number\":1");
    }
  }
}
