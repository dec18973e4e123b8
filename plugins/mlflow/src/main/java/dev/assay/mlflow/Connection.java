package dev.assay.mlflow;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;

/**
 * A server that can be asked. Opening it sends nothing.
 *
 * @param client asks for all but files
 * @param wire sends files
 */
record Connection(Address server, MlflowClient client, Wire wire) implements Closeable {

  static Connection open(Address server, Environment environment) {
    return open(server, environment, Patience.USUAL);
  }

  static Connection open(Address server, Environment environment, Patience patience) {
    Login login = environment.login(server);
    boolean insecure = environment.insecureTls();
    return new Connection(
        server,
        Clients.open(server, login, insecure, patience),
        Wire.open(server, login, insecure, patience));
  }

  /** Something to be asked of MLflow's client. */
  interface Question<T> {
    T of(MlflowClient client);
  }

  /**
   * Asks what may be asked twice with the same effect.
   *
   * @throws Trouble with a sentence for the user
   */
  <T> T ask(Question<T> question) throws IOException {
    return Retry.of(() -> askOnce(question));
  }

  /**
   * Asks what makes something new each time.
   *
   * @throws Trouble with a sentence for the user
   */
  <T> T askOnce(Question<T> question) throws IOException {
    try {
      return question.of(client);
    } catch (MlflowClientException e) {
      if (e.getCause() instanceof IOException cause) {
        throw Silence.of(cause);
      }
      throw new IOException("it gives an answer that makes no sense (%s)".formatted(e), e);
    }
  }

  /**
   * Tells what may be told twice with the same effect.
   *
   * @throws Trouble with a sentence for the user
   */
  void tell(Consumer<MlflowClient> fact) throws IOException {
    ask(
        client -> {
          fact.accept(client);
          return client;
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
