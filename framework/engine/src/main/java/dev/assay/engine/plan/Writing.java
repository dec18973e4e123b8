package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.shape.Shape;
import java.util.Optional;

/** Whether a network can write on its own: whether it says of a row of symbols what comes next. */
public record Writing(Network network, DataSpec data) {

  /** Why it cannot, or nothing. */
  public Optional<String> obstacle() {
    Shape input = data.inputs().get(0).shape();
    if (data.inputs().size() != 1 || !input.isSymbols() || input.rank() != 1) {
      return Optional.of("it is given something else than a row of symbols");
    }
    if (network.heads().isEmpty()) {
      return Optional.of("no layer says which symbol comes next");
    }
    PlannedLayer output = network.heads().get(0);
    Head head = (Head) output.layer();
    Shape target = head.field(output.site()).shape();
    boolean sameSymbols = target.isSymbols() && target.symbols() == input.symbols();
    return sameSymbols && head.steps(output.site()) > 0
        ? new Shortened(network, data).obstacle()
        : Optional.of("it predicts something else than the next of its symbols at each step");
  }

  /**
   * Where the network says what comes next, if it can.
   *
   * @param context how many of the last steps it looks back on
   */
  public NextSymbol nextSymbol(int context) {
    return new NextSymbol(
        network.heads().get(0).name(), data.inputs().get(0).shape().symbols(), context);
  }
}
