package dev.assay.engine.run;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.report.Calibration;
import dev.assay.engine.report.ConfusionMatrix;
import dev.assay.engine.report.ImageGrid.Tile;
import dev.assay.engine.report.Plots;
import dev.assay.engine.report.ReportSection.Picture;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What a head says of samples that are of one class each, or a yes or a no: counted, and kept. */
final class Judged implements Consumer<Scored> {

  /** The pictures that it has. */
  static final Set<Picture> PICTURES =
      Set.of(Picture.CONFUSION, Picture.CALIBRATION, Picture.SAMPLES, Picture.MISTAKES);

  /** More samples would tell the same, and take longer than a picture is worth. */
  private static final int MOST_SAMPLES = 10_000;

  private static final int MOST_CLASSES = 50;

  private final List<String> classes;
  private final ConfusionMatrix matrix;
  private final Calibration calibration = new Calibration();
  private final int kept;
  private final List<Tile> samples = new ArrayList<>();
  private final List<Tile> mistakes = new ArrayList<>();
  private int seen;

  private Judged(List<String> classes, int kept) {
    this.classes = classes;
    this.matrix = new ConfusionMatrix(classes);
    this.kept = kept;
  }

  /**
   * Nothing seen so far; empty where a head's targets are something else.
   *
   * @param kept how many images are shown at most
   */
  static Optional<Judged> of(PlannedLayer layer, Data data, int kept) {
    Head head = (Head) layer.layer();
    Field target = head.field(layer.site());
    Shape shape = target.shape();
    if (shape.isSymbols() && shape.rank() == 0) {
      List<String> words =
          IntStream.range(0, shape.symbols()).mapToObj(data.vocabulary(target)::text).toList();
      return Optional.of(new Judged(words, kept));
    }
    boolean answer = !shape.isSymbols() && shape.size() == 1 && head.loss().threshold().isPresent();
    return answer ? Optional.of(new Judged(List.of("no", "yes"), kept)) : Optional.empty();
  }

  /**
   * What is said of a sample.
   *
   * @param truth the right class
   * @param said the class that the network takes it for
   * @param score what it gives to that class: a probability, if the loss makes some
   */
  private record Answer(int truth, int said, double score) {

    boolean isWrong() {
      return truth != said;
    }

    static Answer of(Scored batch, int row) {
      Values said = batch.predictions();
      double truth = batch.targets().get(row);
      OptionalDouble threshold = batch.threshold();
      if (threshold.isPresent()) {
        return ofTwo(truth, said.get(row), threshold.getAsDouble());
      }
      int width = said.shape().dim(-1);
      int likeliest = said.likeliest(row * width, width);
      return new Answer((int) truth, likeliest, said.get(row * width + likeliest));
    }

    /** A yes above a threshold: above a half it is a probability, above 0 a margin. */
    private static Answer ofTwo(double truth, double said, double yes) {
      double probability = said > yes ? said : 1 - said;
      return new Answer(
          truth > yes ? 1 : 0, said > yes ? 1 : 0, yes > 0 ? probability : Double.NaN);
    }
  }

  @Override
  public void accept(Scored batch) {
    if (seen >= MOST_SAMPLES) {
      return;
    }
    Values targets = batch.targets();
    seen += targets.rows();
    for (int row = 0; row < targets.rows(); row++) {
      if (batch.counts(row)) {
        Answer answer = Answer.of(batch, row);
        matrix.add(answer.truth(), answer.said());
        calibration.add(answer.score(), !answer.isWrong());
        show(batch.inputs(), row, answer);
      }
    }
  }

  private void show(Values images, int row, Answer answer) {
    if (!Tiles.arePossible(images.shape())) {
      return;
    }
    String said = classes.get(answer.said());
    String caption =
        Calibration.isProbability(answer.score())
            ? "%s %.0f %%".formatted(said, 100 * answer.score())
            : said;
    Tiles tiles = new Tiles(images);
    if (samples.size() < kept) {
      samples.add(tiles.tile(row, caption, answer.isWrong()));
    }
    if (answer.isWrong() && mistakes.size() < kept) {
      String truth = "%s, is %s".formatted(caption, classes.get(answer.truth()));
      mistakes.add(tiles.tile(row, truth, true));
    }
  }

  /**
   * Draws those pictures that are wanted, and of which there is something to see.
   *
   * @param plots where to, with names that tell this head from others
   * @param split what was counted
   */
  void draw(List<Picture> wanted, Plots plots, String split) {
    if (wanted.contains(Picture.CONFUSION) && classes.size() <= MOST_CLASSES) {
      plots.confusion(matrix, split);
      plots.classes(matrix);
    }
    if (wanted.contains(Picture.CALIBRATION) && calibration.isOfProbabilities()) {
      plots.calibration(calibration, split);
    }
    if (wanted.contains(Picture.SAMPLES) && !samples.isEmpty()) {
      plots.images("samples", samples);
    }
    if (wanted.contains(Picture.MISTAKES) && !mistakes.isEmpty()) {
      plots.images("mistakes", mistakes);
    }
  }
}
