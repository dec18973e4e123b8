package dev.assay.standard.layers;

import dev.assay.engine.architecture.Operation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mathematics of {@link BatchNorm}. */
final class BatchNormOperation implements Operation {

  static final String MEAN = "m";
  static final String VARIANCE = "v";

  private final BatchNorm layer;
  private final Affine affine;
  private final Channels channels;
  private final boolean frozen;
  private @Nullable Normalized columns;
  private @Nullable INDArray normalized;

  BatchNormOperation(BatchNorm layer, Channels channels, boolean frozen) {
    this.layer = layer;
    this.affine = layer.affine();
    this.channels = channels;
    this.frozen = frozen;
  }

  @Override
  public INDArray forward(INDArray input, Parameters parameters, boolean training) {
    INDArray rows = channels.rows(input);
    INDArray n = training && !frozen ? ofBatch(rows, parameters) : ofAll(rows, parameters);
    normalized = n;
    return channels.shaped(affine.forward(n, parameters), input.shape());
  }

  private INDArray ofBatch(INDArray rows, Parameters parameters) {
    Normalized batch = Normalized.of(rows, 0, layer.epsilon());
    columns = batch;
    double count = rows.size(0);
    move(parameters.value(MEAN), batch.mean());
    move(parameters.value(VARIANCE), batch.variance().mul(count / Math.max(1, count - 1)));
    return batch.values();
  }

  private void move(INDArray running, INDArray measured) {
    double share = layer.momentum();
    running.muli(1 - share).addi(measured.reshape(running.shape()).mul(share));
  }

  private INDArray ofAll(INDArray rows, Parameters parameters) {
    INDArray scale = Normalized.scale(parameters.value(VARIANCE), layer.epsilon());
    return rows.subRowVector(parameters.value(MEAN)).muliRowVector(scale);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    INDArray values = Objects.requireNonNull(normalized);
    INDArray dn = affine.backward(values, channels.rows(gradient), parameters);
    parameters.gradient(MEAN).assign(0);
    parameters.gradient(VARIANCE).assign(0);
    return channels.shaped(derivative(dn, parameters), gradient.shape());
  }

  private INDArray derivative(INDArray dn, Parameters parameters) {
    return frozen
        ? dn.mulRowVector(Normalized.scale(parameters.value(VARIANCE), layer.epsilon()))
        : Objects.requireNonNull(columns).backward(dn);
  }
}
