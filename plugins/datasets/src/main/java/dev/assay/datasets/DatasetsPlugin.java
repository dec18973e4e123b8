package dev.assay.datasets;

import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;

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
  }
}
