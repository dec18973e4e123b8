package dev.assay.standard.recurrent;

import static dev.assay.standard.recurrent.GateProducts.backToInput;
import static dev.assay.standard.recurrent.GateProducts.backToState;
import static dev.assay.standard.recurrent.GateProducts.gate;
import static dev.assay.standard.recurrent.GateProducts.read;
import static dev.assay.standard.recurrent.GateProducts.recalled;

import dev.assay.engine.architecture.Operation;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mathematics of {@link Gru}, whose letters these are; {@code m = h R_n + c_n}. */
final class GruOperation implements Operation {

  private final Gru layer;
  private final List<Moment> moments = new ArrayList<>();
  private INDArray input = Nd4j.empty();

  GruOperation(Gru layer) {
    this.layer = layer;
  }

  /**
   * One step, each {@code [samples, units]}.
   *
   * @param h the state before it
   */
  private record Moment(INDArray x, INDArray h, Applied r, Applied z, Applied n, INDArray m) {}

  @Override
  public INDArray forward(INDArray given, Parameters parameters, boolean training) {
    input = given;
    moments.clear();
    INDArray states = Sequences.like(given, layer.units());
    INDArray h = Nd4j.zeros(given.dataType(), given.size(0), layer.units());
    for (long t = 0; t < given.size(1); t++) {
      Moment moment = moment(Sequences.step(given, t), h, parameters, training);
      moments.add(moment);
      INDArray n = moment.n.made();
      h = n.add(moment.z.made().mul(h.sub(n)));
      Sequences.put(states, t, h);
    }
    return states;
  }

  private Moment moment(INDArray x, INDArray h, Parameters parameters, boolean training) {
    Applied r = gate("r", x, h, layer.gateActivation(), parameters, training);
    Applied z = gate("z", x, h, layer.gateActivation(), parameters, training);
    INDArray m = recalled("n", h, parameters).addiRowVector(parameters.value("cn"));
    INDArray sum = read("n", x, parameters).addi(r.made().mul(m));
    return new Moment(x, h, r, z, Applied.of(layer.activation(), sum, training), m);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    Gru.GATES.forEach(gate -> GateProducts.clear(gate, parameters));
    parameters.gradient("cn").assign(0);
    INDArray dInput = Sequences.like(input, input.size(2));
    INDArray later = Nd4j.zeros(gradient.dataType(), gradient.size(0), layer.units());
    for (int t = moments.size() - 1; t >= 0; t--) {
      Moment at = moments.get(t);
      INDArray dh = Sequences.step(gradient, t).addi(later);
      later = dh.mul(at.z.made());
      INDArray dn = at.n.backward(dh.sub(later));
      INDArray dz = at.z.backward(dh.mul(at.h.sub(at.n.made())));
      INDArray dr = at.r.backward(dn.mul(at.m));
      INDArray dm = dn.mul(at.r.made());
      parameters.gradient("cn").addi(dm.sum(0));
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
}
