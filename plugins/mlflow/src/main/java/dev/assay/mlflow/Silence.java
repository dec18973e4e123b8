package dev.assay.mlflow;

import dev.assay.mlflow.Trouble.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.mlflow_project.apachehttp.NoHttpResponseException;
import org.mlflow_project.apachehttp.conn.ConnectTimeoutException;
import org.mlflow_project.google.protobuf.InvalidProtocolBufferException;

/** What it means to the user that no answer came, or none that can be read. */
final class Silence {

  private Silence() {}

  /** Why there is no answer; what is a sentence already stays as it is. */
  static Trouble of(IOException e) {
    if (e instanceof Trouble trouble) {
      return trouble;
    }
    if (e instanceof ConnectTimeoutException || e instanceof HttpConnectTimeoutException) {
      return repair("it cannot be reached within seconds", e);
    }
    if (e instanceof SocketTimeoutException || e instanceof HttpTimeoutException) {
      return repair("it takes requests, but does not answer them", e);
    }
    if (e instanceof UnknownHostException || e.getCause() instanceof UnresolvedAddressException) {
      return repair("no host of that name is known", e);
    }
    if (e instanceof ConnectException) {
      return repair("nobody listens there (connection refused)", e);
    }
    if (e instanceof InvalidProtocolBufferException) {
      return repair("its answer makes no sense; it may be no MLflow server", e);
    }
    if (e instanceof SSLException) {
      return repair(
          "no safe connection (%s); MLFLOW_TRACKING_INSECURE_TLS=true takes any certificate"
              .formatted(e.getMessage()),
          e);
    }
    return cut(e);
  }

  private static Trouble cut(IOException e) {
    boolean plain = e instanceof SocketException || e instanceof NoHttpResponseException;
    String why = plain ? "" : " (%s)".formatted(e.getMessage());
    return new Trouble("it breaks the connection off" + why, Remedy.MOMENT, e);
  }

  private static Trouble repair(String sentence, IOException e) {
    return new Trouble(sentence, Remedy.REPAIR, e);
  }
}
