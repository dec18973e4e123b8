package dev.assay.engine.training;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Finds out why the loss of a batch is not a number. */
record Diagnosis(Course course, Executable executable) {

  private static final String SYMPTOM = "the loss is not a number any more";

  /** In a sentence. */
  String of(Samples samples) {
    return course.limited().isEmpty()
        ? SYMPTOM
        : cause(Batch.of(samples, course.spec(), course.precision()))
            .map(cause -> SYMPTOM + ": " + cause)
            .orElse(SYMPTOM);
  }

  /** A prediction that its loss cannot judge. */
  private Optional<String> cause(Batch batch) {
    Map<String, Output> outputs = executable.forward(batch);
    return course.limited().entrySet().stream()
        .map(
            limited -> {
              Output output = Objects.requireNonNull(outputs.get(limited.getKey()));
              return cause(limited.getValue(), output.values());
            })
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> cause(Course.Limited limited, Values predictions) {
    OptionalDouble beyond =
        IntStream.range(0, predictions.length())
            .mapToDouble(predictions::get)
            .filter(number -> !limited.range().has(number))
            .findFirst();
    return beyond.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "`%s` judges predictions %s, and one is %s"
                .formatted(
                    limited.loss(), limited.range().describe(), (float) beyond.getAsDouble()));
  }
}
