package dev.assay.engine.architecture;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Kind;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.Map;

/**
 * A step of a network: what stands behind {@code type} in a list of layers.
 *
 * <p>A layer is a record; its components are its keys. It says which shape it makes of its input
 * and which parameters it has, without a native library, and which vertex of a DL4J {@code
 * ComputationGraph} it becomes. The three must agree; {@code LayerKit} in the testkit checks it.
 */
@Doc(
    "Shapes leave out the batch: features `[n]`, a sequence `[steps, features]`, an image"
        + " `[channels, height, width]`, a volume `[channels, depth, height, width]`; symbols have"
        + " no last axis. [The language](language.md) makes networks of layers.")
@Kind(value = "layer", plural = "layers")
public interface Layer {

  /**
   * The shape of the output.
   *
   * @throws dev.assay.engine.shape.ShapeException if the layer cannot take these inputs
   */
  Shape shape(Site site);

  /** The parameters, in the order in which they lie in the network's parameter vector. */
  default List<Parameter> parameters(Site site) {
    return List.of();
  }

  /**
   * What {@link #inside} calls how much each step looks at each step that it reads: {@code [heads,
   * steps, steps read]}, from 0 to 1.
   */
  String ATTENTION = "weights";

  /** What it computes on its way, by name and without the batch, that is worth being looked at. */
  default Map<String, Shape> inside(Site site) {
    return Map.of();
  }

  /** What it does to its own output, which its kernel can only do in a fast form. */
  default List<Activation> functions() {
    return List.of();
  }

  /**
   * Its numbers that may change while the network is trained, by key. They are logged, and what
   * they are is said to its kernel by the shard's clock, to its mathematics by {@link
   * Operation#at}.
   */
  default Map<String, Schedule> schedules() {
    return Map.of();
  }

  /** What becomes of the layer in a DL4J graph. */
  Vertex vertex(Site site);

  /** What it looks at to say something of one step; a layer that does not tell looks at all. */
  default Reach reach() {
    return Reach.ALL;
  }

  /** What it does about steps that only fill a sequence up. */
  default Padding padding(Site site) {
    return reach() == Reach.ALL ? Padding.UNKNOWN : Padding.KEPT;
  }

  /**
   * How many steps it makes of a sequence that is padded; asked where {@link #padding} says that
   * its output is padded, too.
   */
  default Places places(Site site) {
    return Places.ALL;
  }

  /**
   * Operations of one sample's forward pass: a product and the sum that it is added to are two.
   *
   * <p>Layers that multiply matrices count their products and leave out biases and activations,
   * which are few beside them; layers that treat each number alike count how often they touch it.
   * Moving numbers is none. A backward pass takes about twice as many.
   */
  default long flops(Site site) {
    return 0;
  }

  /** How much memory it takes beside its parameters. */
  default Footprint footprint(Site site) {
    return Footprint.of(shape(site).size());
  }
}
