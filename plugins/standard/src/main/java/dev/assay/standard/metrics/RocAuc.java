package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The area under the receiver operating characteristic: the probability that a sample of a class is
 * given a larger probability of it than a sample of another; equal ones count half (<a
 * href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982</a>).
 *
 * <p>For two classes it is that of class 1; for more, the mean over the classes that occur, each
 * against all others.
 */
@Doc("The area under the ROC curve: one class against the others, the mean over classes.")
@Elsewhere({"auc", "auroc"})
public record RocAuc() implements Metric {

  private record Score(double probability, boolean positive) {}

  @Override
  public void check(Shape input, Shape prediction, Shape target) {
    Classes.require(target);
  }

  @Override
  public Tally tally() {
    return new Tally() {
      private final List<List<Score>> scores = new ArrayList<>();

      @Override
      public void add(Scored batch) {
        Classes.forEach(
            batch,
            (values, start, width, right) -> {
              for (int label = 0; label < width; label++) {
                if (scores.size() <= label) {
                  scores.add(new ArrayList<>());
                }
                scores.get(label).add(new Score(values.get(start + label), label == right));
              }
            });
      }

      @Override
      public double value() {
        List<List<Score>> measured = scores.size() == 2 ? List.of(scores.get(1)) : scores;
        return measured.stream()
            .mapToDouble(RocAuc::area)
            .filter(area -> !Double.isNaN(area))
            .average()
            .orElse(Double.NaN);
      }
    };
  }

  /** By the sum of the ranks of the positive ones; those that are equal share their ranks. */
  private static double area(List<Score> scores) {
    scores.sort(Comparator.comparingDouble(Score::probability));
    long positives = scores.stream().filter(Score::positive).count();
    long negatives = scores.size() - positives;
    double ranks = 0;
    for (int first = 0, next; first < scores.size(); first = next) {
      double probability = scores.get(first).probability();
      long among = 0;
      for (next = first; next < scores.size(); next++) {
        if (scores.get(next).probability() != probability) {
          break;
        }
        among += scores.get(next).positive() ? 1 : 0;
      }
      ranks += among * (first + 1 + next) / 2.0;
    }
    return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }
}
