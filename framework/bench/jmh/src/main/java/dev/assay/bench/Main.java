package dev.assay.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code [pattern] [-- JMH's own options]}: times those whose name has the pattern in it. */
public final class Main {

  private static final String ADAM = "adam";

  private Main() {}

  /** Times them. */
  public static void main(String[] arguments)
      throws RunnerException, CommandLineOptionException, IOException {
    List<String> words = List.of(arguments);
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    String pattern = String.join(" ", words.subList(0, end)).toUpperCase(Locale.ROOT);
    String[] places =
        Arrays.stream(Place.values())
            .map(Place::name)
            .filter(name -> name.contains(pattern))
            .toArray(String[]::new);
    boolean update = ADAM.toUpperCase(Locale.ROOT).contains(pattern);
    if (places.length == 0 && !update) {
      System.err.printf(
          "kernels: nothing is called %s; there are %s and %s%n",
          pattern, Arrays.toString(Place.values()), ADAM);
      System.exit(2);
    }
    String[] own =
        words.subList(Math.min(end + 1, words.size()), words.size()).toArray(String[]::new);
    run(places, update, own);
  }

  private static void run(String[] places, boolean update, String... own)
      throws RunnerException, CommandLineOptionException, IOException {
    CommandLineOptions asked = new CommandLineOptions(own);
    if (asked.shouldHelp()) {
      asked.showHelp();
      return;
    }
    ChainedOptionsBuilder options = new OptionsBuilder().parent(asked);
    if (places.length > 0) {
      options.include(KernelTimes.class.getSimpleName()).param("place", places);
    }
    if (update) {
      options.include(UpdateTimes.class.getSimpleName());
    }
    new Runner(options.build()).run();
  }
}
