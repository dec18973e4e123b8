package dev.assay.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import dev.assay.mlflow.Trouble.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, and what it means to the user where it is not what was asked for.
 *
 * @param asked what was asked: {@code runs/log-batch}
 * @param status HTTP's
 * @param type the media type, or null
 * @param location where the answer sends the asker, or null
 * @param body the text, or the beginning of it
 */
record Answer(
    String asked, int status, @Nullable String type, @Nullable String location, String body) {

  private static final String DISABLED = "Artifact serving is disabled";

  /** Whether the server did what it was asked, and said so itself. */
  boolean fine() {
    return status >= 200 && status < 300 && !isPage();
  }

  /** Object stores call the nothing that they answer with a page, too. */
  private boolean isPage() {
    return type != null && type.startsWith("text/html") && !body.isBlank();
  }

  /**
   * Why it is not fine; for data, an answer of another kind is not fine either.
   *
   * @param login what the server was told of the user
   */
  Trouble trouble(Login login) {
    if (status == 404 && word("error_code").isEmpty()) {
      return repair(
          "it knows no %s (404); it may be no MLflow server, or its address may lack a part"
              .formatted(asked));
    }
    if (status < 300) {
      return repair(
          "it answers with a web page where data should be; it may be no MLflow server, or want a"
              + " login of another kind");
    }
    return switch (status) {
      case 401 -> repair(unauthorized(login));
      case 403 -> forbidden();
      case 408, 429, 502, 504 -> moment("it is too busy, or so is a proxy before it (%d)");
      case 503 -> body.contains(DISABLED) ? never("it keeps no files") : moment("it is busy (%d)");
      default -> status < 400 ? redirected() : refused();
    };
  }

  private static String unauthorized(Login login) {
    if (login.withheld()) {
      return "it wants a login (401), and that of the environment is for the server that"
          + " MLFLOW_TRACKING_URI names";
    }
    return login.given()
        ? "it does not accept the login of the environment (401); check MLFLOW_TRACKING_USERNAME"
            + " and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN"
        : "it wants a login (401); set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or"
            + " MLFLOW_TRACKING_TOKEN";
  }

  private Trouble forbidden() {
    if (body.contains("Invalid Host header")) {
      return repair(
          "it does not answer to this host name (403); start it with `--allowed-hosts` and the name"
              + " that is used here, or use one that it knows, such as localhost");
    }
    return repair("it does not allow %s (403: %s)".formatted(asked, reason()));
  }

  private Trouble redirected() {
    return repair(
        "it sends %s to %s (%d); use the address that it has moved to"
            .formatted(asked, location == null ? "another place" : place(location), status));
  }

  /** An address without what may be secret in it. */
  private static String place(String location) {
    return location.replaceFirst("[?#].*$", "").replaceFirst("//[^/]*@", "//");
  }

  private Trouble refused() {
    Remedy remedy = status < 500 || status == 501 ? Remedy.NONE : Remedy.MOMENT;
    String sentence = "it refuses %s (%d: %s)".formatted(asked, status, reason());
    return new Trouble(sentence, status, word("error_code"), remedy);
  }

  private Trouble repair(String sentence) {
    return new Trouble(sentence, status, word("error_code"), Remedy.REPAIR);
  }

  private Trouble moment(String sentence) {
    return new Trouble(sentence.formatted(status), status, "", Remedy.MOMENT);
  }

  private Trouble never(String sentence) {
    return new Trouble(sentence, status, "", Remedy.NONE);
  }

  /** What the server says itself: one line, since others hold pieces of its program. */
  private String reason() {
    String said = word("message").isEmpty() ? word("detail") : word("message");
    String text = said.isEmpty() && !isPage() ? body : said;
    String line = text.strip().lines().findFirst().orElse("no reason given");
    return Names.cut(line, 300);
  }

  private String word(String name) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      return tree == null ? "" : tree.path(name).asText("");
    } catch (JsonProcessingException e) {
      return ""; // proxies, and the server's own guards, answer in plain text
    }
  }
}
