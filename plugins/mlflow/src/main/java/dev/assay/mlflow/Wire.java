package dev.assay.mlflow;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/**
 * Plain HTTP, for what MLflow's client has no way to send, or sends by starting Python: files.
 *
 * @param server the only one that is told who the user is
 */
record Wire(HttpClient http, Address server, Login login, Patience patience) {

  static Wire open(Address server, Login login, boolean insecureTls, Patience patience) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.connect())
            .followRedirects(HttpClient.Redirect.NEVER);
    if (insecureTls) {
      builder.sslContext(Tls.insecure());
    }
    return new Wire(builder.build(), server, login, patience);
  }

  /** Puts a file in a place, or a part of one. */
  HttpResponse<String> put(
      URI place, Map<String, String> headers, HttpRequest.BodyPublisher body, Path file)
      throws IOException {
    return send("the file " + file.getFileName(), request(place, headers).PUT(body).build());
  }

  /** Posts bytes or JSON. */
  HttpResponse<String> post(
      URI place, Map<String, String> headers, HttpRequest.BodyPublisher body, String asked)
      throws IOException {
    return send(asked, request(place, headers).POST(body).build());
  }

  private HttpRequest.Builder request(URI place, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(place).timeout(patience.upload());
    headers.forEach(request::header);
    if (login.header() != null && server.sameServer(place)) {
      request.header("Authorization", login.header());
    }
    return request;
  }

  private HttpResponse<String> send(String asked, HttpRequest request) throws IOException {
    return Retry.of(
        () -> {
          HttpResponse<String> response = response(asked, request);
          Answer answer =
              new Answer(
                  asked,
                  response.statusCode(),
                  response.headers().firstValue("Content-Type").orElse(null),
                  response.headers().firstValue("Location").orElse(null),
                  response.body());
          if (!answer.fine()) {
            throw answer.trouble(login);
          }
          return response;
        });
  }

  private HttpResponse<String> response(String asked, HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it took " + asked);
    } catch (IOException e) {
      throw Silence.of(e);
    }
  }
}
