package dev.assay.standard.recurrent;

import static dev.assay.standard.recurrent.GateProducts.backToInput;
import static dev.assay.standard.recurrent.GateProducts.backToState;
import static dev.assay.standard.recurrent.GateProducts.read;
import static dev.assay.standard.recurrent.GateProducts.recalled;

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
    INDArray r = Transforms.sigmoid(read("r", x, parameters).addi(recalled("r", h, parameters)));
    INDArray z = Transforms.sigmoid(read("z", x, parameters).addi(recalled("z", h, parameters)));
    INDArray m = recalled("n", h, parameters).addiRowVector(parameters.value("cn"));
    INDArray n = Transforms.tanh(read("n", x, parameters).addi(r.mul(m)));
    return new Moment(x, h, r, z, n, m);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    Gru.GATES.forEach(gate -> GateProducts.clear(gate, parameters));
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
      later.addi(backToState("r", at.h, dr, parameters));
      later.addi(backToState("z", at.h, dz, parameters));
      later.addi(backToState("n", at.h, dm, parameters));
      INDArray dx = backToInput("r", at.x, dr, parameters);
      dx.addi(backToInput("z", at.x, dz, parameters));
      dx.addi(backToInput("n", at.x, dn, parameters));
      Sequences.put(dInput, t, dx);
    }
    return dInput;
  }

  /** The derivative of the logistic function where it has this value. */
  private static INDArray slope(INDArray value) {
    return value.sub(value.mul(value));
  }
}
