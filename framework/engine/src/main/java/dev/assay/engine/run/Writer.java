package dev.assay.engine.run;

import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Generator;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.execution.Sampling;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.Writing;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a network writes on its own behind a text, in the words of its data. */
public record Writer(Plan plan, Data data, Executable executable) {

  /** Texts that are written side by side. */
  private static final int BATCH = 64;

  /**
   * A text that was begun by somebody and ended by a network.
   *
   * @param text all of it
   * @param written what the network wrote
   */
  public record Sample(String text, String written) {}

  /** What its symbols stand for. */
  public Vocabulary vocabulary() {
    return data.vocabulary(field());
  }

  private Field field() {
    return plan.data().inputs().get(0);
  }

  /**
   * Writes on.
   *
   * @param length how many symbols to write
   * @param count how many texts
   * @param seed decides what is drawn
   * @throws DataException if the network cannot write, or does not know the prompt's words
   */
  public List<Sample> samples(String prompt, int length, int count, Sampling sampling, long seed) {
    Writing writing = new Writing(plan.network(), plan.data());
    writing
        .obstacle()
        .ifPresent(
            why -> {
              throw new DataException("the network cannot write a text: " + why);
            });
    double[] begun = IntStream.of(vocabulary().symbols(prompt)).asDoubleStream().toArray();
    if (begun.length == 0) {
      throw new DataException("the prompt is empty: the network needs something to go on from");
    }
    NextSymbol next = writing.nextSymbol(plan.context());
    List<Sample> samples = new ArrayList<>();
    for (int first = 0; first < count; first += BATCH) {
      int texts = Math.min(BATCH, count - first);
      Generator generator = new Generator(executable, next, sampling.choice(seed, first, texts));
      Values written = generator.continued(repeated(begun, texts), begun.length, length);
      IntStream.range(0, texts)
          .mapToObj(row -> sample(begun, written.row(row)))
          .forEach(samples::add);
    }
    return samples;
  }

  private Values repeated(double[] prompt, int rows) {
    Shape shape = Shape.ofSymbols(field().shape().symbols(), prompt.length);
    Values values = new Values(shape, rows, plan.precision());
    for (int row = 0; row < rows; row++) {
      values.setRow(row, prompt);
    }
    return values;
  }

  private Sample sample(double[] begun, double... written) {
    double[] all = DoubleStream.concat(DoubleStream.of(begun), DoubleStream.of(written)).toArray();
    return new Sample(vocabulary().text(all), vocabulary().text(written));
  }
}
