package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Result;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small network is trained; a larger one with another head takes its body over. Among the layers
 * are a dense one, whose weights DL4J keeps with their first axis fastest, an LSTM, whose gates
 * share arrays, and a normalisation with statistics.
 */
class TransferTest {

  private static final String BODY =
      """
          - name: body
            layers:
              - {name: reader, type: lstm, units: 4}
              - {name: last, type: last_step}
              - {name: hidden, type: dense, units: 6, activation: tanh}
              - {name: norm, type: batch_norm}
      """;

  private final Lab lab = Lab.open();

  @TempDir Path folder;

  private static String experiment(String precision, String layers, int target, String more) {
    return """
        assay: 1
        name: transfer
        dataset: {type: kit_samples, input: [5, 3], symbols: 0, more: [], target: [%d], batch_size: 5}
        optimizer: {type: adam, learning_rate: 0.01}
        training: {epochs: 2, precision: %s}
        architecture:
          layers:
        %s    - {type: loss, loss: mean_squared_error}
        %s
        """
        .formatted(target, precision, layers, more);
  }

  private static String donor(String precision) {
    return experiment(precision, BODY + "    - {name: head, type: dense, units: 2}\n", 2, "");
  }

  private static String taker(String precision, String transfer) {
    String layers =
        BODY
            + """
                - {name: more, type: dense, units: 5, activation: relu}
                - {name: head, type: dense, units: 3}
            """;
    return experiment(precision, layers, 3, transfer);
  }

  private String transfer(String keys) {
    return "transfer: {run: '%s'%s}".formatted(folder, keys);
  }

  /** Trains the small network and leaves it in the folder. */
  private Map<String, double[]> trainedDonor(String precision) throws IOException {
    Plan plan = lab.plan(donor(precision));
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      Path file = folder.resolve(Checkpoint.LAST);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Checkpoint.write(file, session.executable().parameters(), session.about(2, 2));
      return parameters(plan, session);
    }
  }

  private static Map<String, double[]> parameters(Plan plan, Session session) {
    Map<String, double[]> all = new LinkedHashMap<>();
    for (PlannedLayer layer : plan.network().layers()) {
      for (Parameter parameter : layer.parameters()) {
        all.put(
            layer.name() + "." + parameter.name(),
            session.parameters().value(layer, parameter).values());
      }
    }
    return all;
  }

  private static void assertBody(
      Map<String, double[]> actual, Map<String, double[]> donor, String prefix) {
    List<String> body = donor.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    assertThat(body).hasSizeGreaterThan(3);
    body.forEach(key -> assertThat(actual.get(key)).as(key).isEqualTo(donor.get(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void aFrozenBodyKeepsItsBitsWhileTheHeadLearns(String precision) throws IOException {
    Map<String, double[]> donor = trainedDonor(precision);
    Plan plan = lab.plan(taker(precision, transfer(", layers: body, frozen: true")));
    try (Session session = lab.session(plan)) {
      Map<String, double[]> before = parameters(plan, session);
      assertBody(before, donor, "body.");
      Result result = session.train(new Watcher() {}, () -> false);
      assertThat(result.steps()).isPositive();
      Map<String, double[]> after = parameters(plan, session);
      assertBody(after, donor, "body.");
      for (String learned : List.of("more.weight", "head.weight", "head.bias")) {
        assertThat(after.get(learned)).isNotEqualTo(before.get(learned));
      }
    }
  }

  @Test
  void whatIsNotFrozenLearnsOn() throws IOException {
    Map<String, double[]> donor = trainedDonor("float");
    Plan plan = lab.plan(taker("float", transfer(", except: [more, head]")));
    try (Session session = lab.session(plan)) {
      assertBody(parameters(plan, session), donor, "body.");
      session.train(new Watcher() {}, () -> false);
      assertThat(parameters(plan, session).get("body.hidden.weight"))
          .isNotEqualTo(donor.get("body.hidden.weight"));
    }
  }

  @Test
  void layersMayHaveOtherNamesThere() throws IOException {
    Map<String, double[]> donor = trainedDonor("double");
    String renamed =
        taker("float", transfer(", layers: trunk.*, renamed: {trunk: body}"))
            .replace("name: body", "name: trunk");
    try (Session session = lab.session(lab.plan(renamed))) {
      Map<String, double[]> after = parameters(lab.plan(renamed), session);
      assertThat(after.get("trunk.hidden.bias")).hasSize(6);
      double[] there = Objects.requireNonNull(donor.get("body.reader.R_f"));
      double[] here = Objects.requireNonNull(after.get("trunk.reader.R_f"));
      assertThat(here).hasSize(16);
      for (int i = 0; i < here.length; i++) {
        assertThat((float) here[i]).isEqualTo((float) there[i]);
      }
    }
  }

  @Test
  void aPlanOfTheResolvedFormIsThatOfTheSameParameters() throws IOException {
    trainedDonor("float");
    Plan plan = lab.plan(taker("float", transfer(", layers: body")));
    assertThat(plan.transfers()).hasSize(1);
    assertThat(plan.transfers().get(0).layers().keySet())
        .containsExactly("body.reader", "body.hidden", "body.norm");
    String digest = Objects.requireNonNull(plan.experiment().transfer().get(0).sha256());
    assertThat(digest).hasSize(64);
    String other = transfer(", layers: body, sha256: '%s'".formatted(digest.replace('a', 'b')));
    assertThat(problem(taker("float", other))).contains("have the digest " + digest + ", not ");
  }

  /** With the statistics that it has, a frozen normalisation is a line for each feature. */
  @Test
  void aFrozenNormalisationIsTheSameCompiled() {
    String layers =
        """
            - {name: before, type: dense, units: 2}
            - {name: norm, type: batch_norm, frozen: true}
            - {name: head, type: dense, units: 3}
        """;
    String weights =
        "weights: {norm: {gain: [2, 3], running_mean: [0.5, -1], running_variance: [4, 0.25]}}";
    Plan plan = lab.plan(experiment("float", layers + "    - {type: flatten}\n", 15, weights));
    KernelKit.check(lab, plan, 5);
  }

  private String problem(String yaml) {
    Problems problems = new Problems();
    Optional<Plan> plan = lab.plan(yaml, problems);
    assertThat(plan).isEmpty();
    assertThat(problems.sorted()).hasSize(1);
    Problem problem = problems.sorted().get(0);
    return "%s: %s. %s".formatted(problem.rule().id(), problem.message(), problem.hint());
  }

  @Test
  void whatDoesNotFitIsSaidWithBothShapes() throws IOException {
    trainedDonor("float");
    assertThat(problem(taker("float", transfer(", layers: head"))))
        .startsWith(
            "transfer: `head` has `bias` [3], `weight` [5, 3] here, and `bias` [2], `weight`"
                + " [6, 2] in the run `last.zip`")
        .endsWith("`except: head` lets it start afresh");
    assertThat(problem(taker("float", transfer(", layers: more"))))
        .isEqualTo(
            "transfer: the run `last.zip` has no layer `more` to take parameters from. It has"
                + " `body.reader`, `body.hidden`, `body.norm` and `head`.");
    assertThat(problem(taker("float", transfer(", layers: [body, haed]"))))
        .contains("no layer with parameters is called `haed`")
        .contains("did you mean `head`?");
  }

  @Test
  void aRunThatIsNotThereOrDamagedIsSaid() throws IOException {
    trainedDonor("float");
    assertThat(problem(taker("float", "transfer: {run: nowhere, layers: body}")))
        .contains("there is no run nowhere");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(problem(taker("float", "transfer: {run: '%s', layers: body}".formatted(empty))))
        .contains("there is no finished run in");
    Path file = folder.resolve(Checkpoint.LAST);
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(problem(taker("float", transfer(", layers: body")))).contains("last.zip");
  }
}
