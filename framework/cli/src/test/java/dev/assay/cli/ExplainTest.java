package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.RecordType;
import dev.assay.config.schema.Explainer;
import dev.assay.config.schema.KeySearch;
import dev.assay.engine.Experiment;
import dev.assay.engine.plugin.Registry;
import org.junit.jupiter.api.Test;

/** Whoever knows a word from somewhere finds what it is here. */
class ExplainTest {

  private final Registry registry = Plugins.registry(null);
  private final Explainer explainer = new Explainer(Registry.KINDS, registry);
  private final KeySearch keys =
      new KeySearch(RecordType.of(Experiment.class), Registry.KINDS, registry);

  @Test
  void aWordOfOtherFrameworksExplainsTheComponent() {
    assertThat(explainer.components("concat"))
        .singleElement()
        .asString()
        .startsWith("layer `merge`")
        .contains("elsewhere: concat, concatenate, cat");
  }

  @Test
  void aWordForWhatIsLeftOutExplainsWhy() {
    assertThat(explainer.refusals("Masking"))
        .singleElement()
        .asString()
        .startsWith("layer `mask`, `mask_zero`, `masking` is not offered: the data says how long")
        .contains("`max_length`");
    assertThat(explainer.refusals("dense")).isEmpty();
  }

  @Test
  void aKindListsItsComponents() {
    assertThat(explainer.families("stopping rule")).isEqualTo(explainer.families("stopping rules"));
    assertThat(explainer.families("layer"))
        .singleElement()
        .asString()
        .startsWith("layers\n\n  activation: A function of each number.\n")
        .hasLineCount(2 + registry.names(dev.assay.engine.architecture.Layer.class).size());
  }

  @Test
  void aComponentSaysTheKeysOfItsSections() {
    assertThat(explainer.components("csv").get(0))
        .contains("split: a mapping", "validation: a number, at least 0, below 1; default 0");
  }

  @Test
  void aKeyIsFoundWhereverItStands() {
    assertThat(Explainer.texts(keys.anywhere("clip"))).hasSize(1);
    assertThat(keys.anywhere("from"))
        .extracting(KeySearch.Found::owner)
        .contains("a layer, an item of `layers`");
    assertThat(keys.anywhere("units")).hasSizeGreaterThan(3);
    assertThat(keys.anywhere("nonsense")).isEmpty();
  }
}
