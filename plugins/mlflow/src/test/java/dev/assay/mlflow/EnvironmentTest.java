package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private static final Address HOST = Address.of("https://host");

  private static Environment of(String... pairs) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put(pairs[i], pairs[i + 1]);
    }
    return new Environment(variables);
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(of("MLFLOW_TRACKING_URI", " ").server()).isEmpty();
    assertThat(of().login(HOST).given()).isFalse();
  }

  @Test
  void anAddressThatIsNoneNamesTheVariable() {
    assertThatThrownBy(() -> of("MLFLOW_TRACKING_URI", "databricks").server())
        .hasMessage(
            "MLFLOW_TRACKING_URI: `databricks` is no address of an MLflow server; one starts with"
                + " http:// or https://");
  }

  @Test
  void nameAndPasswordComeBeforeAToken() {
    Environment environment =
        of(
            "MLFLOW_TRACKING_USERNAME", "ann",
            "MLFLOW_TRACKING_PASSWORD", "s3cret",
            "MLFLOW_TRACKING_TOKEN", "t0ken");
    assertThat(environment.login(HOST).header()).isEqualTo("Basic YW5uOnMzY3JldA==");
    assertThat(of("MLFLOW_TRACKING_TOKEN", "t0ken").login(HOST).header()).isEqualTo("Bearer t0ken");
  }

  @Test
  void aPasswordInTheAddressIsALogin() {
    Environment environment = of("MLFLOW_TRACKING_URI", "https://ann:s3cret@host");
    assertThat(environment.login(HOST).header()).isEqualTo("Basic YW5uOnMzY3JldA==");
    assertThat(environment.server().orElseThrow()).hasToString("https://host");
  }

  /** Else somebody's file could have them sent to somebody's server. */
  @Test
  void theSecretsGoOnlyToTheServerThatTheEnvironmentNames() {
    Environment environment =
        of("MLFLOW_TRACKING_URI", "https://host", "MLFLOW_TRACKING_TOKEN", "t0ken");
    assertThat(environment.login(HOST).given()).isTrue();
    assertThat(environment.login(Address.of("https://elsewhere")).given()).isFalse();
    assertThat(environment.login(Address.of("http://host"))).isEqualTo(Login.WITHHELD);
    assertThat(of("MLFLOW_TRACKING_URI", "databricks", "MLFLOW_TRACKING_TOKEN", "t").login(HOST))
        .isEqualTo(Login.WITHHELD);
  }

  @Test
  void nothingPrintsASecret() {
    Login login = of("MLFLOW_TRACKING_TOKEN", "t0ken").login(HOST);
    assertThat(login).hasToString("a login");
    assertThat(Address.of("https://ann:s3cret@host")).hasToString("https://host");
  }

  @Test
  void certificatesAreCheckedUnlessTheUserSaysOtherwise() {
    assertThat(of().insecureTls()).isFalse();
    assertThat(of("MLFLOW_TRACKING_INSECURE_TLS", "True").insecureTls()).isTrue();
    assertThat(of("MLFLOW_TRACKING_INSECURE_TLS", "no").insecureTls()).isFalse();
  }
}
