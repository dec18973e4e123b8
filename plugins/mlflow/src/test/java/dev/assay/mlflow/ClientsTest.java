package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.mlflow.tracking.MlflowClient;
import org.mlflow_project.apachehttp.impl.client.CloseableHttpClient;

/** Holds the places in MLflow's client that are reached by reflection. */
class ClientsTest {

  @Test
  void theClientIsStillBuiltAsItWas() throws ReflectiveOperationException {
    Field caller = MlflowClient.class.getDeclaredField("httpCaller");
    Field http = caller.getType().getDeclaredField("httpClient");
    assertThat(caller.getType().getName()).isEqualTo("org.mlflow.tracking.MlflowHttpCaller");
    assertThat(http.getType()).isEqualTo(CloseableHttpClient.class);
    assertThat(Modifier.isFinal(http.getModifiers())).isFalse();
  }

  @Test
  void theHttpClientIsReplacedAndStaysSo() throws ReflectiveOperationException {
    Address nowhere = Address.of("http://127.0.0.1:1");
    try (MlflowClient client = Clients.open(nowhere, Login.NONE, true, Patience.USUAL)) {
      Field caller = MlflowClient.class.getDeclaredField("httpCaller");
      caller.setAccessible(true);
      Field http = caller.getType().getDeclaredField("httpClient");
      http.setAccessible(true);
      Object ours = http.get(caller.get(client));
      assertThat(ours).isNotNull();
      assertThatThrownBy(() -> client.getRun("r")).hasCauseInstanceOf(ConnectException.class);
      assertThat(http.get(caller.get(client))).isSameAs(ours);
    }
  }
}
