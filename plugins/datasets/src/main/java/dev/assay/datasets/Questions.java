package dev.assay.datasets;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.dataset.Wording;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Questions and answers that stand in the experiment's file. A question is a bag: how often each
 * word occurs in it, whatever the order; an answer is a class.
 */
@Doc("Questions, as bags of their words, each with one of the answers as its class.")
public record Questions(
    @Doc("Each `{question: ..., answer: ...}`.") @Size(min = 2) List<Pair> pairs,
    @Doc("The share of the questions that is kept for the test; the seed says which.")
        @Default("0.25")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double test)
    implements Dataset {

  private static final String QUESTION = "question";
  private static final String ANSWER = "answer";

  /** A question and its answer. */
  @Doc("A question and its answer.")
  public record Pair(
      @Doc("The question.") @NotBlank String question,
      @Doc("The answer.") @NotBlank String answer) {}

  @Override
  public DataSpec spec(DataFiles files) {
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put(DataSpec.TRAIN, pairs.size() - tested());
    if (tested() > 0) {
      samples.put("test", tested());
    }
    return new DataSpec(
        List.of(new Field(QUESTION, Shape.of(words().size()))),
        List.of(new Field(ANSWER, Shape.ofSymbols(answers().size()))),
        samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    List<Pair> shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    splits.put(DataSpec.TRAIN, rows(shuffled.subList(tested(), shuffled.size())));
    if (tested() > 0) {
      splits.put("test", rows(shuffled.subList(0, tested())));
    }
    byte[] all = shuffled.toString().getBytes(StandardCharsets.UTF_8);
    return new Data(
        splits,
        "in the file",
        Digests.sha256(all),
        Map.of(ANSWER, new Vocabulary(answers(), " ")),
        this::asked);
  }

  private double[] asked(Map<String, String> cells) {
    String question = cells.get(QUESTION);
    if (question == null) {
      throw new DataException("there is no `%s`".formatted(QUESTION));
    }
    return bag(question);
  }

  private int tested() {
    return (int) Math.round(pairs.size() * test);
  }

  private List<String> words() {
    return pairs.stream().flatMap(pair -> words(pair.question()).stream()).distinct().toList();
  }

  private static List<String> words(String question) {
    return Wording.WORDS.split(question.toLowerCase(Locale.ROOT)).stream()
        .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)))
        .toList();
  }

  private List<String> answers() {
    return pairs.stream().map(Pair::answer).distinct().toList();
  }

  private Rows rows(List<Pair> some) {
    List<String> answers = answers();
    return new Rows(
        some.stream().map(pair -> bag(pair.question())).toList(),
        some.stream().map(pair -> new double[] {answers.indexOf(pair.answer())}).toList());
  }

  /** How often each known word occurs in a question. */
  private double[] bag(String question) {
    List<String> known = words();
    List<String> asked = words(question).stream().filter(known::contains).toList();
    if (asked.isEmpty()) {
      throw new DataException("`%s` has no word that the network knows".formatted(question));
    }
    double[] counts = new double[known.size()];
    asked.forEach(word -> counts[known.indexOf(word)]++);
    return counts;
  }
}
