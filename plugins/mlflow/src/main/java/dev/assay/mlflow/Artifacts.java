package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import dev.assay.mlflow.Trouble.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a run. Each is sent once; one that the server will never take, or that is not there
 * any more, does not hold up what comes behind it: the first one costs a warning, and a tag says so
 * of each.
 */
record Artifacts(Connection connection, Path run, Words words) {

  private static final Logger LOGGER = LoggerFactory.getLogger(Mlflow.class);

  void send(Event.Artifact artifact) throws IOException {
    if (words.settled(artifact.path(), artifact.sha256())) {
      return;
    }
    try {
      store().put(artifact.path().replace('#', '_'), local(artifact.path()));
    } catch (Trouble trouble) {
      if (trouble.remedy() != Remedy.NONE && trouble.status() != 404) {
        throw trouble;
      }
      givenUp(artifact, trouble);
    }
    words.settle(artifact.path(), artifact.sha256());
  }

  private ArtifactStore store() throws IOException {
    return ArtifactStore.of(connection, words.run(), words.artifacts());
  }

  private Path local(String path) throws Trouble {
    Path file = run.resolve(path).normalize();
    if (!file.startsWith(run.normalize())) {
      throw new Trouble("it does not lie in the run's folder", Remedy.NONE, null);
    }
    if (!Files.isRegularFile(file)) {
      throw new Trouble("it is not there any more", Remedy.NONE, null);
    }
    return file;
  }

  private void givenUp(Event.Artifact artifact, Trouble trouble) throws IOException {
    String sentence = String.valueOf(trouble.getMessage());
    if (words.firstLoss()) {
      LOGGER.warn("{}: {} is not sent: {}", connection.server(), artifact.path(), sentence);
    }
    new Batches(connection, words.run()).tags(Map.of("assay.missing." + artifact.path(), sentence));
  }
}
