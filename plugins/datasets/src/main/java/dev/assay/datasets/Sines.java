package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Points of the curve {@code y = a_1 sin(2 pi (f_1 x + p_1)) + a_2 sin(...) + ...}, which is any
 * curve if there are waves enough.
 *
 * <p>Training points lie at random places, with noise on y. Test points lie side by side and have
 * none, so that they show the curve itself.
 */
@Doc("Points of a curve that is a sum of sine waves: one number to predict from another.")
@Consistent
public record Sines(
    @Doc("The waves that are added up.") @NotEmpty List<Wave> waves,
    @Doc("The least x.") @Default("0") double from,
    @Doc("The largest x.") @Default("1") double to,
    @Doc("The standard deviation of what is added to each training point's y.")
        @Default("0")
        @PositiveOrZero
        double noise,
    @Doc(value = "Points to train on.", unit = "samples") @Positive int train,
    @Doc(value = "Points to test on.", unit = "samples") @Positive int test)
    implements Dataset, CrossField {

  /** One wave. */
  @Doc("A sine wave.")
  public record Wave(
      @Doc("Its height above 0.") @Default("1") double amplitude,
      @Doc("How often it repeats itself while x grows by 1.") @Default("1") double frequency,
      @Doc(value = "How far it has gone where x is 0.", unit = "waves") @Default("0")
          double phase) {

    double at(double x) {
      return amplitude * Math.sin(2 * Math.PI * (frequency * x + phase));
    }
  }

  @Override
  public List<Clash> clashes() {
    return from < to ? List.of() : List.of(new Clash("to", "`to` has to lie above `from`"));
  }

  @Override
  public DataSpec spec(DataFiles files) {
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put(DataSpec.TRAIN, train);
    samples.put("test", test);
    return DataSpec.of(Shape.of(1), Shape.of(1), samples);
  }

  @Override
  public Data open(DataFiles files, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = random.doubles(train, from, to).toArray();
    Rows trained = rows(drawn, DoubleStream.generate(() -> noise * random.nextGaussian()));
    Rows tested = rows(evenly(), DoubleStream.generate(() -> 0));
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    splits.put(DataSpec.TRAIN, trained);
    splits.put("test", tested);
    return new Data(splits, "made up", Digests.sha256(trained.digest(), tested.digest()));
  }

  private double[] evenly() {
    double gap = test == 1 ? 0 : (to - from) / (test - 1);
    return IntStream.range(0, test).mapToDouble(i -> from + i * gap).toArray();
  }

  private Rows rows(double[] places, DoubleStream errors) {
    double[] added = errors.limit(places.length).toArray();
    return new Rows(
        DoubleStream.of(places).mapToObj(x -> new double[] {x}).toList(),
        IntStream.range(0, places.length)
            .mapToObj(i -> new double[] {curve(places[i]) + added[i]})
            .toList());
  }

  private double curve(double x) {
    return waves.stream().mapToDouble(wave -> wave.at(x)).sum();
  }
}
