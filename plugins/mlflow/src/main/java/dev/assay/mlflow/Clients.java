package dev.assay.mlflow;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import org.mlflow_project.apachehttp.Header;
import org.mlflow_project.apachehttp.HttpEntity;
import org.mlflow_project.apachehttp.HttpResponse;
import org.mlflow_project.apachehttp.client.config.RequestConfig;
import org.mlflow_project.apachehttp.client.protocol.HttpClientContext;
import org.mlflow_project.apachehttp.conn.ssl.NoopHostnameVerifier;
import org.mlflow_project.apachehttp.impl.client.CloseableHttpClient;
import org.mlflow_project.apachehttp.impl.client.HttpClientBuilder;
import org.mlflow_project.apachehttp.message.BasicHeader;
import org.mlflow_project.apachehttp.protocol.HttpContext;

/**
 * MLflow's Java client, made fit for servers that misbehave.
 *
 * <p>As it comes, version 2.17.2 waits for a silent server for ever, hangs for ever after two
 * answers of 429, repeats what was refused, and takes a login page for success. All of that happens
 * above its HTTP client, which can be replaced only by reflection. The one that is put in has time
 * limits, and lets no answer through that is not fine: it throws the {@link Trouble}, which comes
 * out as the cause of the client's exception.
 */
final class Clients {

  private static final int LONGEST_BODY = 1 << 16;

  private Clients() {}

  static MlflowClient open(Address server, Login login, boolean insecureTls, Patience patience) {
    MlflowClient client = new MlflowClient(new BasicMlflowHostCreds(server.root()));
    try {
      Field caller = MlflowClient.class.getDeclaredField("httpCaller");
      caller.setAccessible(true);
      Field http = caller.getType().getDeclaredField("httpClient");
      http.setAccessible(true);
      http.set(caller.get(client), http(login, insecureTls, patience));
      return client;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of MLflow's client is built differently", e);
    }
  }

  private static CloseableHttpClient http(Login login, boolean insecureTls, Patience patience) {
    HttpClientBuilder builder =
        HttpClientBuilder.create()
            .useSystemProperties()
            .disableRedirectHandling() // they would take the login elsewhere
            .disableAutomaticRetries()
            .disableCookieManagement()
            .setMaxConnPerRoute(4)
            .setDefaultRequestConfig(limits(patience))
            .addInterceptorLast(
                (HttpResponse response, HttpContext context) -> inspect(response, context, login));
    if (login.header() != null) {
      builder.setDefaultHeaders(List.of(new BasicHeader("Authorization", login.header())));
    }
    if (insecureTls) {
      builder.setSSLContext(Tls.insecure()).setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }
    return builder.build();
  }

  private static RequestConfig limits(Patience patience) {
    return RequestConfig.custom()
        .setConnectTimeout((int) patience.connect().toMillis())
        .setConnectionRequestTimeout((int) patience.answer().toMillis())
        .setSocketTimeout((int) patience.answer().toMillis())
        .build();
  }

  private static void inspect(HttpResponse response, HttpContext context, Login login)
      throws IOException {
    int status = response.getStatusLine().getStatusCode();
    String asked = asked(HttpClientContext.adapt(context).getRequest().getRequestLine().getUri());
    String type = header(response, "Content-Type");
    if (status == 200 && type != null && type.startsWith("application/json")) {
      return;
    }
    String body = body(response.getEntity());
    throw new Answer(asked, status, type, header(response, "Location"), body).trouble(login);
  }

  /** {@code runs/log-batch} of {@code /api/2.0/mlflow/runs/log-batch?...}. */
  private static String asked(String uri) {
    return uri.replaceFirst("[?].*$", "").replaceFirst("^.*/api/2[.]0/mlflow/", "");
  }

  private static @Nullable String header(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static String body(@Nullable HttpEntity entity) throws IOException {
    return entity == null
        ? ""
        : new String(entity.getContent().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
  }
}
