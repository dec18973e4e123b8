package dev.assay.example;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Points on two arms that wind around each other; the class is the arm. No line can tell them
 * apart.
 */
@Doc("Points on two arms that wind around each other; the class is the arm.")
public record Spirals(
    @Doc(value = "Points to train on.", unit = "samples") @Positive int train,
    @Doc(value = "Points to test on.", unit = "samples") @Positive int test,
    @Doc("How often an arm winds around the centre.") @Default("1.5") @Positive double turns,
    @Doc("The standard deviation of a point's distance from its arm.")
        @Default("0.02")
        @PositiveOrZero
        double noise)
    implements Dataset {

  @Override
  public DataSpec spec(DataFiles files) {
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put("train", train);
    samples.put("test", test);
    return DataSpec.of(Shape.of(2), Shape.ofSymbols(2), samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    Random random = new Random(seed);
    Rows trained = points(train, random);
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    Rows tested = points(test, random);
    splits.put("train", trained);
    splits.put("test", tested);
    return new Data(splits, "made up", Digests.sha256(trained.digest(), tested.digest()));
  }

  private Rows points(int count, Random random) {
    List<double[]> points = new ArrayList<>();
    List<double[]> arms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int arm = i % 2;
      double radius = Math.sqrt(random.nextDouble());
      double angle = Math.PI * (2 * turns * radius + arm);
      double x = radius * Math.cos(angle) + noise * random.nextGaussian();
      double y = radius * Math.sin(angle) + noise * random.nextGaussian();
      points.add(new double[] {x, y});
      arms.add(new double[] {arm});
    }
    return new Rows(points, arms);
  }
}
