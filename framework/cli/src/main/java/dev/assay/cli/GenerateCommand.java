package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.execution.Sampling;
import dev.assay.engine.run.Session;
import dev.assay.engine.run.Writer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a trained network write. */
@Parameters(commandDescription = "let what a run has trained continue a text")
final class GenerateCommand implements Command {

  private static final String BETWEEN = "---------------\n";

  @Parameter(description = "RUN", required = true)
  String run = "";

  @Parameter(
      names = "--prompt",
      description = "the text to continue; standard input, less its last line end, if left out",
      placeholder = "TEXT")
  @Nullable String prompt;

  @Parameter(
      names = "--length",
      description = "how many characters, or words, to write",
      placeholder = "N")
  int length = 200;

  @Parameter(
      names = "--temperature",
      description =
          "draw by probabilities to the power 1/T, instead of the most probable each time",
      placeholder = "T")
  @Nullable Double temperature;

  @Parameter(names = "--top-k", description = "draw one of the K most probable", placeholder = "K")
  @Nullable Integer topK;

  @Parameter(
      names = "--top-p",
      description = "draw one of the fewest that have the probability P together",
      placeholder = "P")
  @Nullable Double topP;

  @Parameter(
      names = "--seed",
      description = "decides what is drawn; the experiment's if left out",
      placeholder = "N")
  @Nullable Long seed;

  @Parameter(names = "--count", description = "how many texts to draw", placeholder = "N")
  int count = 1;

  @Parameter(
      names = "--untrained",
      description = "let the network write as it was before the training")
  boolean untrained;

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(
      String run,
      boolean untrained,
      String prompt,
      long seed,
      List<Writer.Sample> samples,
      double seconds) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Sampling sampling = sampling();
    Optional<TrainedRun> opened =
        TrainedRun.open(run, untrained, runOptions, options, common, shell);
    if (opened.isEmpty()) {
      return Exit.CONFIGURATION;
    }
    TrainedRun trained = opened.get();
    long drawn = seed == null ? trained.plan().experiment().seed() : seed;
    String given = prompt == null ? standardInput() : prompt;
    try (Session session = untrained ? trained.untrained() : trained.session()) {
      Writer writer = new Writer(trained.plan(), trained.data(), session.executable());
      List<String> unknown = writer.vocabulary().unknownIn(given);
      if (!unknown.isEmpty()) {
        shell.warning("the network does not know " + Words.and(unknown));
      }
      long start = System.nanoTime();
      List<Writer.Sample> samples = writer.samples(given, length, count, sampling, drawn);
      double seconds = (System.nanoTime() - start) / 1e9;
      session.notice().ifPresent(shell::warning);
      if (shell.json()) {
        String name = trained.past().folder().getFileName().toString();
        shell.document(new Document(name, untrained, given, drawn, samples, seconds));
      } else {
        shell.text(
            samples.stream()
                .map(sample -> sample.text() + "\n")
                .collect(Collectors.joining(BETWEEN)));
      }
    }
    return Exit.FINE;
  }

  private Sampling sampling() {
    require(length > 0, "--length", length, "above 0");
    require(count > 0, "--count", count, "above 0");
    require(
        temperature == null || temperature > 0,
        "--temperature",
        temperature,
        "above 0; leave it out for the most probable text");
    require(topK == null || topK > 0, "--top-k", topK, "above 0");
    require(topP == null || (topP > 0 && topP <= 1), "--top-p", topP, "above 0 and at most 1");
    Sampling sampling = new Sampling(temperature, topK, topP);
    if (!sampling.isRandom() && (count > 1 || seed != null)) {
      throw new UsageException(
          "there is just one most probable text: %s needs --temperature, --top-k or --top-p"
              .formatted(count > 1 ? "--count" : "--seed"));
    }
    return sampling;
  }

  private static void require(boolean holds, String option, @Nullable Object value, String limit) {
    if (!holds) {
      throw new UsageException("%s is %s; it must be %s".formatted(option, value, limit));
    }
  }

  private static String standardInput() throws IOException {
    if (Terminal.in()) {
      throw new UsageException("there is no --prompt, and nothing comes from standard input");
    }
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
