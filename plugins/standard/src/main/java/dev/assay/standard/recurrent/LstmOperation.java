package dev.assay.standard.recurrent;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of {@link Lstm}, whose letters these are, with any functions. */
final class LstmOperation implements Operation {

  private final Lstm layer;
  private final List<Moment> moments = new ArrayList<>();
  private INDArray input = Nd4j.empty();

  LstmOperation(Lstm layer) {
    this.layer = layer;
  }

  /**
   * One step, each array {@code [samples, units]}.
   *
   * @param h the state before it
   * @param c the cells before it
   * @param squashed what becomes of the cells after it
   */
  private record Moment(
      INDArray x, INDArray h, INDArray c, Map<String, Applied> gates, Applied squashed) {

    INDArray gate(String name) {
      return made(gates, name);
    }
  }

  private static INDArray made(Map<String, Applied> gates, String name) {
    return Objects.requireNonNull(gates.get(name)).made();
  }

  @Override
  public INDArray forward(INDArray given, Parameters parameters, boolean training) {
    input = given;
    moments.clear();
    INDArray states = Sequences.like(given, layer.units());
    INDArray h = Nd4j.zeros(given.dataType(), given.size(0), layer.units());
    INDArray c = h.dup();
    for (long t = 0; t < given.size(1); t++) {
      Moment moment = moment(Sequences.step(given, t), h, c, parameters, training);
      moments.add(moment);
      c = moment.squashed.given();
      h = moment.gate("o").mul(moment.squashed.made());
      Sequences.put(states, t, h);
    }
    return states;
  }

  private Moment moment(
      INDArray x, INDArray h, INDArray c, Parameters parameters, boolean training) {
    Map<String, Applied> gates = new LinkedHashMap<>();
    for (String gate : Lstm.GATES) {
      Activation function = gate.equals("g") ? layer.activation() : layer.gateActivation();
      gates.put(gate, GateProducts.gate(gate, x, h, function, parameters, training));
    }
    INDArray cells = made(gates, "f").mul(c).addi(made(gates, "i").mul(made(gates, "g")));
    return new Moment(x, h, c, gates, Applied.of(layer.activation(), cells, training));
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    Lstm.GATES.forEach(gate -> GateProducts.clear(gate, parameters));
    INDArray dInput = Sequences.like(input, input.size(2));
    INDArray laterState = Nd4j.zeros(gradient.dataType(), gradient.size(0), layer.units());
    INDArray laterCells = laterState.dup();
    for (int t = moments.size() - 1; t >= 0; t--) {
      Moment at = moments.get(t);
      INDArray dh = Sequences.step(gradient, t).addi(laterState);
      INDArray dc = at.squashed.backward(dh.mul(at.gate("o")));
      dc.addi(laterCells);
      laterCells = dc.mul(at.gate("f"));
      Map<String, INDArray> by =
          Map.of(
              "g", dc.mul(at.gate("i")),
              "f", dc.mul(at.c),
              "o", dh.mul(at.squashed.made()),
              "i", dc.mul(at.gate("g")));
      INDArray state = Nd4j.zeros(dh.dataType(), dh.shape());
      INDArray dx = Nd4j.zeros(at.x.dataType(), at.x.shape());
      at.gates.forEach(
          (gate, applied) -> {
            INDArray dy = applied.backward(Objects.requireNonNull(by.get(gate)));
            state.addi(GateProducts.backToState(gate, at.h, dy, parameters));
            dx.addi(GateProducts.backToInput(gate, at.x, dy, parameters));
          });
      laterState = state;
      Sequences.put(dInput, t, dx);
    }
    return dInput;
  }
}
