package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The area under the receiver operating characteristic: the probability that a sample of a class is
 * given a larger probability of it than a sample of another; equal ones count half (<a
 * href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982</a>).
 *
 * <p>For two classes it is that of class 1; for more, the mean over the classes that occur, each
 * against all others. Of answers of yes and no, it is the mean over labels that have both.
 */
@Doc(
    "The area under the ROC curve: one class against the others, the mean over classes; of answers"
        + " of yes and no, yes against no, the mean over the numbers of a row.")
@Elsewhere({"auc", "auroc"})
public record RocAuc() implements Metric {

  private record Score(double probability, boolean positive) {}

  @Override
  public void check(Comparison comparison) {
    Labels.count(comparison);
  }

  @Override
  public Tally tally() {
    return new Scores();
  }

  private static final class Scores implements Tally {
    private final List<List<Score>> all = new ArrayList<>();
    private boolean labels;

    @Override
    public void add(Scored batch) {
      labels = Labels.are(batch);
      if (labels) {
        Labels.forEach(batch, (label, score, said, right) -> see(label, score, right));
      } else {
        Classes.forEach(batch, this::seeClasses);
      }
    }

    private void seeClasses(Values values, int start, int width, int right) {
      for (int label = 0; label < width; label++) {
        see(label, values.get(start + label), label == right);
      }
    }

    private void see(int label, double score, boolean positive) {
      while (all.size() <= label) {
        all.add(new ArrayList<>());
      }
      all.get(label).add(new Score(score, positive));
    }

    /** Of two classes, the second one says all; each of two labels is one of its own. */
    @Override
    public double value() {
      List<List<Score>> measured = !labels && all.size() == 2 ? List.of(all.get(1)) : all;
      return measured.stream()
          .mapToDouble(RocAuc::area)
          .filter(area -> !Double.isNaN(area))
          .average()
          .orElse(Double.NaN);
    }
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
