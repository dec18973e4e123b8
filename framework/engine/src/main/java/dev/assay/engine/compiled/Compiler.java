package dev.assay.engine.compiled;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.UnsupportedException;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes programs of a network, each of parts for the threads of a crew. */
final class Compiler {

  private final Blueprint blueprint;
  private final Crew crew;
  private final Shard.Clock clock;
  private final long seed;
  private final Map<String, String> slow = new LinkedHashMap<>();

  Compiler(Blueprint blueprint, Crew crew, Shard.Clock clock, long seed) {
    this.blueprint = blueprint;
    this.crew = crew;
    this.clock = clock;
    this.seed = seed;
  }

  /** The reasons why layers of the programs so far are computed by DL4J, by layer. */
  Map<String, String> slow() {
    return slow;
  }

  /** The number of a layer's kernel in every program. */
  int place(String layer) {
    List<String> bound =
        blueprint.network().layers().stream()
            .filter(planned -> !(planned.layer() instanceof Head))
            .map(PlannedLayer::name)
            .toList();
    if (!bound.contains(layer)) {
      throw new IllegalArgumentException("no layer %s among %s".formatted(layer, bound));
    }
    return bound.indexOf(layer);
  }

  /**
   * A program for batches of one size.
   *
   * @param inputs the shape of each input, in the data's order
   */
  Program compile(int rows, List<Shape> inputs, boolean training) {
    return compile(rows, inputs, training, null);
  }

  /**
   * A program that reads one symbol of each row at a time, and remembers those before.
   *
   * @throws UnsupportedException if a layer cannot; the message says which
   */
  Program compile(int rows, Reading reading) {
    Shape sequence = blueprint.data().inputs().get(0).shape();
    if (blueprint.data().inputs().size() != 1 || !sequence.isSymbols() || sequence.rank() != 1) {
      throw new UnsupportedException("the network reads something else than one row of symbols");
    }
    Shape symbol = Shape.ofSymbols(sequence.symbols(), 1);
    return compile(rows, List.of(symbol), false, reading);
  }

  private Program compile(
      int rows, List<Shape> inputs, boolean training, @Nullable Reading reading) {
    Map<String, Shape> given = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      given.put(blueprint.data().inputs().get(i).name(), inputs.get(i));
    }
    List<Placed> layers = Placed.of(blueprint.network(), given);
    GraphCalls calls = new GraphCalls(blueprint.graph().graph(), slow);
    var wanted = new ShardCompiler.Wanted(layers, inputs, training, reading, calls);
    return program(layers, shards(rows, wanted));
  }

  /** Rows that do not divide evenly are the first threads'. */
  private List<ShardProgram> shards(int rows, ShardCompiler.Wanted wanted) {
    int count = Math.min(crew.size(), rows);
    List<ShardProgram> shards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = i * (rows / count) + Math.min(i, rows % count);
      int size = rows / count + (i < rows % count ? 1 : 0);
      Shard shard = new Shard(first, size, rows, seed, clock, new Round(crew, i));
      try {
        shards.add(new ShardCompiler(blueprint, wanted, shard, i).compile());
      } catch (RuntimeException | Error e) {
        shards.forEach(made -> made.arena().close());
        throw e;
      }
    }
    return shards;
  }

  private Program program(List<Placed> layers, List<ShardProgram> shards) {
    Map<String, Shape> outputs = new LinkedHashMap<>();
    Map<String, Double> factors = new LinkedHashMap<>();
    for (Placed placed : layers) {
      if (blueprint.network().outputs().contains(placed.layer())) {
        outputs.put(placed.name(), placed.shape());
        if (placed.layer().layer() instanceof Head head) {
          factors.put(placed.name(), head.weight());
        }
      }
    }
    return new Program(crew, shards, outputs, factors);
  }
}
