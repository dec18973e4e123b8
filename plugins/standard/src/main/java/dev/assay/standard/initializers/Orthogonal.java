package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** Orthogonal rows or columns, by Saxe et al. 2014. */
@Doc("Orthogonal rows or columns, by Saxe et al. 2014.")
public record Orthogonal(@Doc("The length of each row or column.") @Default("1") double gain)
    implements Initializer {

  @Override
  public IWeightInit function() {
    return new WeightInitDistribution(new OrthogonalDistribution(gain));
  }
}
