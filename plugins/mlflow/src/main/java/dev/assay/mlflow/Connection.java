package dev.assay.mlflow;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;

/** A server that can be asked. Opening it sends nothing. */
final class Connection implements Closeable {

  private final Address server;
  private final Login login;
  private final boolean insecureTls;
  private final Patience patience;
  private final MlflowClient client;
  private @Nullable Wire wire;

  private Connection(Address server, Login login, boolean insecureTls, Patience patience) {
    this.server = server;
    this.login = login;
    this.insecureTls = insecureTls;
    this.patience = patience;
    this.client = Clients.open(server, login, insecureTls, patience);
  }

  static Connection open(Address server, Environment environment) {
    return open(server, environment, Patience.USUAL);
  }

  static Connection open(Address server, Environment environment, Patience patience) {
    return new Connection(server, environment.login(server), environment.insecureTls(), patience);
  }

  Address server() {
    return server;
  }

  /** The way for files. It has a thread of its own, so it is opened when it is needed. */
  Wire wire() {
    if (wire == null) {
      wire = Wire.open(server, login, insecureTls, patience);
    }
    return wire;
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
