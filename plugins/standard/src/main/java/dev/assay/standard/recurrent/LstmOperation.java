package dev.assay.standard.recurrent;

import dev.assay.engine.architecture.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.activations.IActivation;
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
   * @param sums what the gates' functions are given
   * @param gates what they make of it
   * @param cells the cells after it
   * @param squashed what the function makes of them
   */
  private record Moment(
      INDArray x,
      INDArray h,
      INDArray c,
      Map<String, INDArray> sums,
      Map<String, INDArray> gates,
      INDArray cells,
      INDArray squashed) {

    INDArray gate(String name) {
      return Objects.requireNonNull(gates.get(name));
    }
  }

  private IActivation function(String gate) {
    return (gate.equals("g") ? layer.activation() : layer.gateActivation()).function();
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
      c = moment.cells;
      h = moment.gate("o").mul(moment.squashed);
      Sequences.put(states, t, h);
    }
    return states;
  }

  private Moment moment(
      INDArray x, INDArray h, INDArray c, Parameters parameters, boolean training) {
    Map<String, INDArray> sums = new LinkedHashMap<>();
    Map<String, INDArray> gates = new LinkedHashMap<>();
    for (String gate : Lstm.GATES) {
      INDArray sum = GateProducts.read(gate, x, parameters);
      sum.addi(GateProducts.recalled(gate, h, parameters));
      sums.put(gate, sum);
      gates.put(gate, function(gate).getActivation(sum.dup(), training));
    }
    Moment open = new Moment(x, h, c, sums, gates, c, c);
    INDArray cells = open.gate("f").mul(c).addi(open.gate("i").mul(open.gate("g")));
    INDArray squashed = function("g").getActivation(cells.dup(), training);
    return new Moment(x, h, c, sums, gates, cells, squashed);
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
      INDArray dc = function("g").backprop(at.cells.dup(), dh.mul(at.gate("o"))).getFirst();
      dc.addi(laterCells);
      laterCells = dc.mul(at.gate("f"));
      Map<String, INDArray> by =
          Map.of(
              "g", dc.mul(at.gate("i")),
              "f", dc.mul(at.c),
              "o", dh.mul(at.squashed),
              "i", dc.mul(at.gate("g")));
      laterState = Nd4j.zeros(dh.dataType(), dh.shape());
      INDArray dx = Nd4j.zeros(at.x.dataType(), at.x.shape());
      for (String gate : Lstm.GATES) {
        INDArray sum = Objects.requireNonNull(at.sums.get(gate)).dup();
        INDArray dy = function(gate).backprop(sum, by.get(gate)).getFirst();
        laterState.addi(GateProducts.backToState(gate, at.h, dy, parameters));
        dx.addi(GateProducts.backToInput(gate, at.x, dy, parameters));
      }
      Sequences.put(dInput, t, dx);
    }
    return dInput;
  }
}
