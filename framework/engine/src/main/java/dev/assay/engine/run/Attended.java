package dev.assay.engine.run;

import dev.assay.engine.architecture.Layer;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.plan.Ends;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.report.AttentionMap;
import dev.assay.engine.report.AttentionSection;
import dev.assay.engine.report.Plots;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pictures of what a network's attention looks at, as its own forward pass says it. */
record Attended(Plan plan, Session session, String split) {

  /** More steps than this would not be legible. */
  private static final int MOST_STEPS = 40;

  /** Draws a picture for each sample, if there is a layer of attention. */
  void draw(Plots plots) {
    AttentionSection section = plan.experiment().report().attention();
    List<PlannedLayer> shown = shown(section.layer());
    if (shown.isEmpty()) {
      return;
    }
    PlannedLayer layer = shown.get(shown.size() - 1);
    int samples = Math.min(section.samples(), plan.data().samples(split));
    Batch batch =
        Batches.inOrder(plan.data(), session.data().split(split), samples, plan.precision()).next();
    Map<String, Values> said = session.plain().activations(batch);
    Values weights = Objects.requireNonNull(said.get(layer.name() + "." + Layer.ATTENTION));
    for (int row = 0; row < batch.size(); row++) {
      plots.attention("attention-" + (row + 1), map(layer, batch, row, weights));
    }
  }

  private List<PlannedLayer> shown(@Nullable String name) {
    return plan.network().attention().stream()
        .filter(layer -> name == null || layer.name().equals(name))
        .toList();
  }

  private AttentionMap map(PlannedLayer layer, Batch batch, int row, Values weights) {
    Shape shape = weights.shape(); // [heads, steps, steps read]
    List<String> sources = layer.inputs();
    String other = sources.get(sources.size() - 1);
    int steps = steps(sources.get(0), shape.dim(1), batch, row);
    int asking = Math.min(MOST_STEPS, steps);
    int read = Math.min(MOST_STEPS, steps(other, shape.dim(2), batch, row));
    List<double[]> heads = new ArrayList<>();
    for (int head = 0; head < shape.dim(0); head++) {
      double[] shown = new double[asking * read];
      for (int i = 0; i < shown.length; i++) {
        int step = (row * shape.dim(0) + head) * shape.dim(1) + i / read;
        shown[i] = weights.get(step * shape.dim(2) + i % read);
      }
      heads.add(shown);
    }
    return new AttentionMap(
        title(layer, row, asking, steps),
        names(sources.get(0), batch, row, asking),
        names(other, batch, row, read),
        heads);
  }

  /** How many steps a sequence has, without those that only fill it up. */
  private int steps(String source, int most, Batch batch, int row) {
    Ends ends = plan.network().lengths(source, plan.data());
    int[] lengths = ends == null ? null : batch.lengths(plan.data(), ends.input());
    return ends == null || lengths == null ? most : ends.of(lengths)[row];
  }

  private String title(PlannedLayer layer, int row, int shown, int steps) {
    String part = shown < steps ? ", the first %d of %d steps".formatted(shown, steps) : "";
    return "%s, sample %d of %s%s".formatted(layer.name(), row + 1, split, part);
  }

  /** What the steps of a sequence are called: symbols where it is made of some, else numbers. */
  private List<String> names(String source, Batch batch, int row, int steps) {
    Optional<Field> field = origin(source);
    boolean symbols = field.isPresent() && field.get().shape().isSymbols();
    if (!symbols || field.get().shape().dim(0) < steps) {
      return IntStream.rangeClosed(1, steps).mapToObj(Integer::toString).toList();
    }
    List<String> words = session.data().vocabulary(field.get()).words();
    Values values = batch.inputs().get(plan.data().inputs().indexOf(field.get()));
    int start = row * field.get().shape().size();
    return IntStream.range(0, steps)
        .mapToObj(step -> visible(words.get((int) values.get(start + step))))
        .toList();
  }

  /** The input that a sequence goes back to, along the first input of each layer on the way. */
  private Optional<Field> origin(String source) {
    String name = source;
    Optional<PlannedLayer> layer = plan.network().layer(name);
    while (layer.isPresent()) {
      name = layer.get().inputs().get(0);
      layer = plan.network().layer(name);
    }
    String input = name;
    return plan.data().inputs().stream().filter(field -> field.name().equals(input)).findFirst();
  }

  private static String visible(String word) {
    return word.replace(" ", "\u00b7").replace("\n", "\\n").replace("\t", "\\t");
  }
}
