package dev.assay.engine.dl4j;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.ParameterVector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A vector that an ND4J array holds. */
record ArrayVector(INDArray array) implements ParameterVector {

  ArrayVector {
    array = array.reshape(array.length());
  }

  @Override
  public int length() {
    return Math.toIntExact(array.length());
  }

  @Override
  public Precision precision() {
    return array.dataType() == DataType.DOUBLE ? Precision.DOUBLE : Precision.FLOAT;
  }

  @Override
  public void read(int from, double[] into, int count) {
    if (count > 0) {
      System.arraycopy(stretch(from, count).toDoubleVector(), 0, into, 0, count);
    }
  }

  @Override
  public void write(int from, double[] values, int count) {
    if (count > 0) {
      INDArray numbers = Nd4j.create(values, new long[] {values.length}, 'c');
      INDArray wanted = numbers.get(NDArrayIndex.interval(0, count));
      stretch(from, count).assign(wanted.castTo(array.dataType()));
    }
  }

  private INDArray stretch(int from, int count) {
    return array.get(NDArrayIndex.interval(from, (long) from + count));
  }
}
