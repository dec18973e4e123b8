package dev.assay.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What MLflow's own environment variables say. Holds secrets, so nothing here prints them. */
final class Environment {

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The server that is asked for.
   *
   * @throws IllegalArgumentException with a sentence for the user if it is none
   */
  Optional<Address> server() {
    try {
      return value("MLFLOW_TRACKING_URI").map(Address::of);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("MLFLOW_TRACKING_URI: " + e.getMessage(), e);
    }
  }

  /** What runs are filed under. */
  Optional<String> experiment() {
    return value("MLFLOW_EXPERIMENT_NAME");
  }

  /** Whether any certificate will do. */
  boolean insecureTls() {
    String word = value("MLFLOW_TRACKING_INSECURE_TLS").orElse("").toLowerCase(Locale.ROOT);
    return Set.of("true", "1").contains(word);
  }

  /**
   * Who the user is to a server. The environment's secrets belong to the environment's server, if
   * it names one: a file from somebody else cannot have them sent elsewhere.
   */
  Login login(Address to) {
    boolean own = isOwn(to);
    Login login = login(own ? server().map(Address::secret).orElse(null) : null);
    return own || !login.given() ? login : Login.WITHHELD;
  }

  private boolean isOwn(Address to) {
    try {
      return server().map(named -> named.sameServer(to.uri())).orElse(true);
    } catch (IllegalArgumentException e) {
      return false; // it names something else, for other programs
    }
  }

  private Login login(@Nullable String inAddress) {
    Optional<String> user = value("MLFLOW_TRACKING_USERNAME");
    Optional<String> password = value("MLFLOW_TRACKING_PASSWORD");
    if (user.isPresent() && password.isPresent()) {
      return basic(user.get() + ":" + password.get());
    }
    return value("MLFLOW_TRACKING_TOKEN")
        .map(token -> Login.of("Bearer " + token))
        .orElse(inAddress == null ? Login.NONE : basic(inAddress));
  }

  private static Login basic(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return Login.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }
}
