package dev.assay.engine.run;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.plan.Measurement;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.report.Calibration;
import dev.assay.engine.report.ConfusionMatrix;
import dev.assay.engine.report.ImageGrid.Tile;
import dev.assay.engine.report.Plots;
import dev.assay.engine.report.ReportSection;
import dev.assay.engine.report.ReportSection.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws what a trained network makes of its data, and what is in it. */
record Gallery(Plan plan, Session session, Plots plots) {

  /** More samples would tell the same, and take longer than a picture is worth. */
  private static final int MOST_SAMPLES = 10_000;

  /** More layers would not be legible. */
  private static final int MOST_LAYERS = 12;

  private static final int MOST_CLASSES = 50;

  private static final Set<Picture> OF_CLASSES =
      Set.of(Picture.CONFUSION, Picture.CALIBRATION, Picture.SAMPLES, Picture.MISTAKES);

  void draw(boolean stepped) {
    List<Picture> pictures = report().pictures();
    Measurement.splits(plan.experiment().evaluation(), plan.data()).stream()
        .findFirst()
        .ifPresent(split -> samples(pictures, split));
    if (pictures.contains(Picture.FIT)) {
      new Fitted(plan, session).draw(plots);
    }
    if (pictures.contains(Picture.HISTOGRAMS)) {
      histograms("weights", session.executable().parameters());
      if (stepped) {
        histograms("gradients", session.executable().gradient());
      }
    }
  }

  private void samples(List<Picture> pictures, String split) {
    boolean wanted = pictures.stream().anyMatch(OF_CLASSES::contains);
    if (wanted && plan.network().heads().size() == 1) {
      PlannedLayer head = plan.network().heads().get(0);
      Field target = ((Head) head.layer()).field(head.site());
      if (target.shape().rank() == 0 && target.shape().isSymbols()) {
        classes(head.name(), target, split);
      }
    }
    if (pictures.contains(Picture.ATTENTION)) {
      new Attended(plan, session, split).draw(plots);
    }
  }

  private ReportSection report() {
    return plan.experiment().report();
  }

  private void histograms(String name, ParameterVector vector) {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    for (PlannedLayer layer : plan.network().layers()) {
      double[] part = session.part(vector, layer);
      if (part.length > 0 && numbers.size() < MOST_LAYERS) {
        numbers.put(layer.name(), part);
      }
    }
    if (!numbers.isEmpty()) {
      plots.histograms(name, numbers);
    }
  }

  private void classes(String output, Field target, String split) {
    int count = target.shape().symbols();
    Vocabulary words = session.data().vocabulary(target);
    ConfusionMatrix matrix =
        new ConfusionMatrix(IntStream.range(0, count).mapToObj(words::text).toList());
    Calibration calibration = new Calibration();
    List<Tile> samples = new ArrayList<>();
    List<Tile> mistakes = new ArrayList<>();
    Batches batches =
        Batches.inOrder(
            plan.data(), session.data().split(split), plan.evaluationBatch(), plan.precision());
    for (int seen = 0; batches.hasNext() && seen < MOST_SAMPLES; ) {
      Batch batch = batches.next();
      Values said =
          Objects.requireNonNull(session.executable().forward(batch).get(output)).values();
      Values truths = batch.targets().get(plan.data().targets().indexOf(target));
      for (int row = 0; row < batch.size(); row++) {
        int truth = (int) truths.get(row);
        int predicted = said.likeliest(row * count, count);
        matrix.add(truth, predicted);
        boolean wrong = truth != predicted;
        double probability = said.get(row * count + predicted);
        calibration.add(probability, !wrong);
        String sure = "%.0f %%".formatted(100 * probability);
        String caption = "%s %s".formatted(words.text(predicted), sure);
        keep(samples, batch, row, caption, wrong);
        if (wrong) {
          keep(mistakes, batch, row, "%s, is %s".formatted(caption, words.text(truth)), true);
        }
      }
      seen += batch.size();
    }
    figures(matrix, count, calibration, split);
    images(samples, mistakes);
  }

  private void figures(ConfusionMatrix matrix, int classes, Calibration calibration, String split) {
    List<Picture> pictures = report().pictures();
    if (pictures.contains(Picture.CONFUSION) && classes <= MOST_CLASSES) {
      plots.confusion(matrix, split);
      plots.classes(matrix);
    }
    if (pictures.contains(Picture.CALIBRATION) && calibration.isOfProbabilities()) {
      plots.calibration(calibration, split);
    }
  }

  private void images(List<Tile> samples, List<Tile> mistakes) {
    List<Picture> pictures = report().pictures();
    if (pictures.contains(Picture.SAMPLES) && !samples.isEmpty()) {
      plots.images("samples", samples);
    }
    if (pictures.contains(Picture.MISTAKES) && !mistakes.isEmpty()) {
      plots.images("mistakes", mistakes);
    }
  }

  private void keep(List<Tile> tiles, Batch batch, int row, String caption, boolean wrong) {
    Values images = batch.inputs().get(0);
    if (Tiles.arePossible(images.shape()) && tiles.size() < report().samples()) {
      tiles.add(new Tiles(images).tile(row, caption, wrong));
    }
  }
}
