package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.tracking.Event;
import dev.assay.mlflow.FaultServer.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are not as they should be: each gets one sentence, and none a thread for ever. */
@Timeout(30)
class FaultTest {

  private static final Patience SHORT =
      new Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5));

  private final Sample.Memory memory = Sample.Memory.fresh();
  private FaultServer server;
  @TempDir Path run;

  @BeforeEach
  void start() throws IOException {
    server = new FaultServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void send(String address, Map<String, String> variables, List<Event> events)
      throws IOException {
    Environment environment = new Environment(variables);
    try (Connection connection = Connection.open(Address.of(address), environment, SHORT)) {
      new Delivery(connection, run, memory, null).send(events);
    }
  }

  private void send(List<Event> events) throws IOException {
    send(server.address(), Map.of(), events);
  }

  private ThrowingCallable sending() {
    return () -> send(Sample.whole("x", 2, run));
  }

  private void assertSentence(Fault fault, String sentence) {
    server.with(9, "get-by-name", fault);
    assertThatThrownBy(sending()).isInstanceOf(IOException.class).hasMessage(sentence);
  }

  @Test
  void aServerThatIsWellGetsTheWholeRun() throws IOException {
    send(Sample.whole("x", 2, run));
    assertThat(server.seen)
        .extracting(request -> request.path().replaceFirst("^/api/2.0/mlflow(-artifacts)?/", ""))
        .containsExactly(
            "experiments/get-by-name",
            "runs/search",
            "runs/create",
            "runs/log-batch",
            "runs/log-inputs",
            "runs/log-inputs",
            "artifacts/1/r1/artifacts/resolved.yaml",
            "runs/log-batch",
            "artifacts/1/r1/artifacts/plots/loss.png",
            "runs/log-batch",
            "runs/update");
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> send("http://127.0.0.1:" + port, Map.of(), List.of(begin())))
        .isInstanceOf(IOException.class)
        .hasMessage("nobody listens there (connection refused)");
  }

  private static Event begin() {
    return Sample.begin("x");
  }

  @Test
  void noSuchHost() {
    assertThatThrownBy(() -> send("http://no.such.host.invalid", Map.of(), List.of(begin())))
        .hasMessage("no host of that name is known");
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    server.with(9, "get-by-name", server.hang());
    assertThatThrownBy(sending()).hasMessage("it takes requests, but does not answer them");
    assertThat(server.count("get-by-name")).isEqualTo(1);
  }

  @Test
  void aServerThatNeverAnswersAFileIsLeft() {
    server.with(9, "resolved.yaml", server.hang());
    assertThatThrownBy(
            () -> {
              Patience patience =
                  new Patience(SHORT.connect(), SHORT.answer(), Duration.ofMillis(500));
              try (Connection connection =
                  Connection.open(
                      Address.of(server.address()), new Environment(Map.of()), patience)) {
                new Delivery(connection, run, memory, null).send(Sample.whole("x", 2, run));
              }
            })
        .hasMessage("it takes requests, but does not answer them");
  }

  /** The client as it comes hangs for ever here, after two requests. */
  @Test
  void aServerThatIsTooBusyIsAskedThreeTimesAndThenLeft() {
    assertSentence(
        FaultServer.status(429, "text/plain", "slow down"),
        "it is too busy, or so is a proxy before it (429)");
    assertThat(server.count("get-by-name")).isEqualTo(3);
  }

  @Test
  void aMomentOfTroubleCostsNothing() throws IOException {
    Fault busy = FaultServer.status(503, "text/plain", "later");
    server.with(1, "get-by-name", busy).with(1, "log-batch", busy).with(1, "loss.png", busy);
    server.with(1, "log-batch", FaultServer.cut());
    send(Sample.whole("x", 2, run));
    assertThat(server.count("runs/update")).isEqualTo(1);
  }

  /** It may have been made all the same, and would be made twice. */
  @Test
  void aRunThatCouldNotBeMadeIsLookedForBeforeItIsMadeAgain() throws IOException {
    server.with(1, "runs/create", FaultServer.cut());
    assertThatThrownBy(sending()).hasMessageStartingWith("it breaks the connection off");
    assertThat(server.count("runs/create")).isEqualTo(1);
    send(Sample.whole("x", 2, run));
    assertThat(server.count("runs/search")).isEqualTo(2);
    assertThat(server.count("runs/create")).isEqualTo(2);
  }

  @Test
  void aLoginPageIsNoSuccess() {
    assertSentence(
        FaultServer.status(200, "text/html; charset=utf-8", "<html>Log in</html>"),
        "it answers with a web page where data should be; it may be no MLflow server, or want a"
            + " login of another kind");
  }

  @Test
  void aLoginPageInPlaceOfAFileIsNoSuccess() {
    server.with(1, "resolved.yaml", FaultServer.status(200, "text/html", "<html>Log in</html>"));
    assertThatThrownBy(sending()).hasMessageStartingWith("it answers with a web page");
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertSentence(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "https://sso.example.org/in?secret=1");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        },
        "it sends experiments/get-by-name to https://sso.example.org/in (302); use the address that"
            + " it has moved to");
  }

  @Test
  void anotherKindOfServer() {
    assertSentence(
        FaultServer.status(404, "text/html", "<html>Not found</html>"),
        "it knows no experiments/get-by-name (404); it may be no MLflow server, or its address may"
            + " lack a part");
  }

  @Test
  void aServerThatWantsALogin() {
    assertSentence(
        FaultServer.status(401, "text/plain", "You are not authenticated."),
        "it wants a login (401); set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or"
            + " MLFLOW_TRACKING_TOKEN");
  }

  @Test
  void aLoginForAnotherServerIsWithheld() {
    server.with(9, "get-by-name", FaultServer.status(401, "text/plain", "no"));
    Map<String, String> login =
        Map.of("MLFLOW_TRACKING_URI", "https://host", "MLFLOW_TRACKING_TOKEN", "s3cret");
    assertThatThrownBy(() -> send(server.address(), login, List.of(begin())))
        .hasMessage(
            "it wants a login (401), and that of the environment is for the server that"
                + " MLFLOW_TRACKING_URI names");
    assertThat(server.seen.get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void aLoginThatIsNotAcceptedIsNotShown() {
    server.with(9, "get-by-name", FaultServer.status(401, "text/plain", "no"));
    Map<String, String> login =
        Map.of("MLFLOW_TRACKING_USERNAME", "ann", "MLFLOW_TRACKING_PASSWORD", "s3cret");
    assertThatThrownBy(() -> send(server.address(), login, List.of(begin())))
        .hasMessageStartingWith("it does not accept the login of the environment (401); check")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aLoginGoesWithEveryRequest() throws IOException {
    Map<String, String> login = Map.of("MLFLOW_TRACKING_TOKEN", "s3cret");
    send(server.address(), login, Sample.whole("x", 2, run));
    assertThat(server.seen)
        .hasSize(11)
        .allSatisfy(
            request ->
                assertThat(request.headers().get("Authorization"))
                    .containsExactly("Bearer s3cret"));
    assertThat(memory.words().toString()).doesNotContain("s3cret");
  }

  @Test
  void aHostNameThatTheServerDoesNotKnow() {
    assertSentence(
        FaultServer.status(
            403, "text/plain", "Invalid Host header - possible DNS rebinding attack detected"),
        "it does not answer to this host name (403); start it with `--allowed-hosts` and the name"
            + " that is used here, or use one that it knows, such as localhost");
  }

  @Test
  void aRefusalIsQuotedInOneLine() {
    assertSentence(
        FaultServer.status(
            400,
            "application/json",
            "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"bad name\\n[SQL: SELECT]\"}"),
        "it refuses experiments/get-by-name (400: bad name)");
    assertThat(server.count("get-by-name")).isEqualTo(1);
  }

  @Test
  void somethingThatIsNoAnswerAtAll() {
    assertSentence(
        FaultServer.status(200, "application/json", "[1, 2"),
        "its answer makes no sense; it may be no MLflow server");
  }

  /** Nothing that can be done later would make the server take the file. */
  @Test
  void aFileThatIsNeverTakenDoesNotHoldUpTheRest() throws IOException {
    server.with(
        9, "resolved.yaml", FaultServer.status(400, "application/json", "{\"detail\":\"bad\"}"));
    send(Sample.whole("x", 2, run));
    assertThat(server.count("resolved.yaml")).isEqualTo(1);
    assertThat(server.count("runs/update")).isEqualTo(1);
    assertThat(server.seen)
        .anyMatch(
            request ->
                request.text().contains("assay.missing.resolved.yaml")
                    && request.text().contains("it refuses the file resolved.yaml (400: bad)"));
  }

  /** A large one may be too slow for a proxy, and that must not leave the run without its end. */
  @Test
  void aFileThatIsNotTakenNowComesAfterTheRest() {
    server.with(3, "resolved.yaml", FaultServer.status(504, "text/html", "<html>slow</html>"));
    assertThatThrownBy(sending()).hasMessage("it is too busy, or so is a proxy before it (504)");
    assertThat(server.count("loss.png")).isEqualTo(1);
    assertThat(server.count("runs/update")).isEqualTo(1);
  }

  @Test
  void aFileThatIsGoneDoesNotHoldUpTheRest() throws IOException {
    List<Event> events = Sample.whole("x", 2, run);
    assertThat(run.resolve("resolved.yaml").toFile().delete()).isTrue();
    send(events);
    assertThat(server.count("resolved.yaml")).isZero();
    assertThat(server.seen)
        .anyMatch(request -> request.text().contains("it is not there any more"));
    assertThat(server.count("runs/update")).isEqualTo(1);
  }

  @Test
  void aFileOutsideTheRunIsNotSent() throws IOException {
    send(List.of(begin(), new Event.Artifact(1, "../../etc/passwd", 1, "x")));
    assertThat(server.seen).noneMatch(request -> request.method().equals("PUT"));
  }

  @Test
  void aServerWithoutAPlaceForFilesStillGetsTheRest() throws IOException {
    Fault disabled =
        FaultServer.status(
            503, "application/json", "{\"detail\":\"Artifact serving is disabled. Start ...\"}");
    server.with(1, "resolved.yaml", disabled).with(1, "loss.png", disabled);
    send(Sample.whole("x", 2, run));
    assertThat(server.count("runs/update")).isEqualTo(1);
  }
}
