package dev.assay.standard.recurrent;

import static dev.assay.standard.recurrent.Sequences.product;

import dev.assay.engine.architecture.Operation;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The mathematics of {@link Gru}, whose letters these are; {@code m = h R_n + c_n}. */
final class GruOperation implements Operation {

  private final int units;
  private final List<Moment> moments = new ArrayList<>();
  private INDArray input = Nd4j.empty();

  GruOperation(int units) {
    this.units = units;
  }

  /**
   * One step, each {@code [samples, units]}.
   *
   * @param h the state before it
   */
  private record Moment(INDArray x, INDArray h, INDArray r, INDArray z, INDArray n, INDArray m) {}

  @Override
  public INDArray forward(INDArray given, Parameters parameters, boolean training) {
    input = given;
    moments.clear();
    INDArray states = Sequences.like(given, units);
    INDArray h = Nd4j.zeros(given.dataType(), given.size(0), units);
    for (long t = 0; t < given.size(1); t++) {
      Moment moment = moment(Sequences.step(given, t), h, parameters);
      moments.add(moment);
      h = moment.n.add(moment.z.mul(h.sub(moment.n)));
      Sequences.put(states, t, h);
    }
    return states;
  }

  private static Moment moment(INDArray x, INDArray h, Parameters parameters) {
    INDArray r = Transforms.sigmoid(gate("r", x, parameters).addi(recurrent("r", h, parameters)));
    INDArray z = Transforms.sigmoid(gate("z", x, parameters).addi(recurrent("z", h, parameters)));
    INDArray m = recurrent("n", h, parameters).addiRowVector(parameters.value("cn"));
    INDArray n = Transforms.tanh(gate("n", x, parameters).addi(r.mul(m)));
    return new Moment(x, h, r, z, n, m);
  }

  private static INDArray gate(String name, INDArray x, Parameters parameters) {
    return product(x, parameters.value("W" + name), false, false)
        .addiRowVector(parameters.value("b" + name));
  }

  private static INDArray recurrent(String name, INDArray h, Parameters parameters) {
    return product(h, parameters.value("R" + name), false, false);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    for (String gate : Gru.GATES) {
      for (String array : List.of("W", "R", "b")) {
        parameters.gradient(array + gate).assign(0);
      }
    }
    parameters.gradient("cn").assign(0);
    INDArray dInput = Sequences.like(input, input.size(2));
    INDArray later = Nd4j.zeros(gradient.dataType(), gradient.size(0), units);
    for (int t = moments.size() - 1; t >= 0; t--) {
      Moment at = moments.get(t);
      INDArray dh = Sequences.step(gradient, t).addi(later);
      INDArray dn = dh.sub(dh.mul(at.z)).muli(at.n.mul(at.n).rsubi(1));
      INDArray dz = dh.mul(at.h.sub(at.n)).muli(slope(at.z));
      INDArray dr = dn.mul(at.m).muli(slope(at.r));
      INDArray dm = dn.mul(at.r);
      parameters.gradient("cn").addi(dm.sum(0));
      later = dh.mul(at.z);
      later.addi(state("r", at, dr, parameters));
      later.addi(state("z", at, dz, parameters));
      later.addi(state("n", at, dm, parameters));
      INDArray dx = read("r", at, dr, parameters);
      dx.addi(read("z", at, dz, parameters));
      dx.addi(read("n", at, dn, parameters));
      Sequences.put(dInput, t, dx);
    }
    return dInput;
  }

  /** The derivative of the logistic function where it has this value. */
  private static INDArray slope(INDArray value) {
    return value.sub(value.mul(value));
  }

  /** What comes back to h through R, whose gradient grows. */
  private static INDArray state(String gate, Moment at, INDArray dy, Parameters parameters) {
    parameters.gradient("R" + gate).addi(product(at.h, dy, true, false));
    return product(dy, parameters.value("R" + gate), false, true);
  }

  /** What comes back to x through W, whose gradient grows, as b's does. */
  private static INDArray read(String gate, Moment at, INDArray dy, Parameters parameters) {
    parameters.gradient("W" + gate).addi(product(at.x, dy, true, false));
    parameters.gradient("b" + gate).addi(dy.sum(0));
    return product(dy, parameters.value("W" + gate), false, true);
  }
}
