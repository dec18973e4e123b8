package dev.assay.example;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * An activation with a learned frequency for each feature, for functions that repeat themselves:
 * {@code y = x + sin(a x)^2 / a} (<a href="https://arxiv.org/abs/2006.08195">Ziyin et al. 2020</a>,
 * equation 3).
 *
 * <p>In and out: {@code [features]} or {@code [steps, features]}. Parameters: {@code frequency
 * [features]}, the paper's {@code a}, which starts at 1.
 */
@Doc("An activation with a learned frequency for each feature: x + sin(a x)^2 / a.")
public record Snake() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.featuresOrSequence();
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(Parameter.gain("frequency", "a", site.input().dim(-1)));
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Mathematics::new, parameters(site), site.weightInit());
  }

  /** The forward pass, and the derivatives by hand. */
  private static final class Mathematics implements Operation {
    private INDArray x = Nd4j.empty();

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      x = input;
      INDArray a = row(parameters);
      INDArray sine = Transforms.sin(x.mul(a));
      return sine.muli(sine).divi(a).addi(x);
    }

    /** dy/dx = 1 + sin(2 a x), and dy/da = (x sin(2 a x) - sin(a x)^2 / a) / a. */
    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray a = row(parameters);
      INDArray sine = Transforms.sin(x.mul(a));
      INDArray doubled = Transforms.sin(x.mul(a).muli(2));
      INDArray byA = x.mul(doubled).subi(sine.mul(sine).divi(a)).divi(a).muli(gradient);
      parameters.gradient("a").assign(rows(byA).sum(0));
      return doubled.addi(1).muli(gradient);
    }

    /** The frequencies with as many axes as the input, so that they meet its last one. */
    private INDArray row(Parameters parameters) {
      INDArray a = parameters.value("a");
      return x.rank() == 3 ? a.reshape(1, 1, a.length()) : a.reshape(1, a.length());
    }

    private static INDArray rows(INDArray array) {
      return array.reshape('c', -1, array.size(array.rank() - 1));
    }
  }
}
