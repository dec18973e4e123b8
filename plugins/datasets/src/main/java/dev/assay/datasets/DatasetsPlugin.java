package dev.assay.datasets;

import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;
import java.util.List;

/** The built-in datasets and the names that files choose them by. */
public final class DatasetsPlugin implements Plugin {

  @Override
  public void register(Registry registry) {
    registry.dataset("mnist", Mnist.class);
    registry.dataset("idx", IdxFiles.class);
    registry.dataset("csv", Csv.class);
    registry.dataset("images", Images.class);
    registry.dataset("text", Text.class);
    registry.dataset("sorting", Sorting.class);
    registry.dataset("addition", Addition.class);
    registry.dataset("affine", Affine.class);
    registry.dataset("sines", Sines.class);
    registry.dataset("noise", Noise.class);
    registry.dataset("questions", Questions.class);
    registry.dataset("labelled_texts", LabelledTexts.class);
    registry.dataset("inline", Inline.class);
    notOffered(registry);
  }

  /** DL4J's own, none of which it can load any more. */
  private static void notOffered(Registry registry) {
    String gone = "the server that DL4J loads it from is gone, and no file is loaded unasked";
    registry.refuse(
        Dataset.class,
        List.of("emnist", "fashion_mnist", "kmnist"),
        gone,
        "`idx`, with the files that its authors offer.");
    registry.refuse(
        Dataset.class,
        List.of("cifar10", "cifar100", "svhn", "tiny_imagenet", "lfw"),
        gone,
        "`images`, with a folder for each class.");
    registry.refuse(
        Dataset.class, List.of("iris"), gone, "`csv`, as `experiments/tabular/iris.yaml` has it.");
  }
}
