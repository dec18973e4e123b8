package dev.assay.standard;

import dev.assay.engine.plugin.Plugin;
import dev.assay.engine.plugin.Registry;
import dev.assay.standard.activations.Activations;
import dev.assay.standard.constraints.Constraints;
import dev.assay.standard.convolution.Convolutions;
import dev.assay.standard.graph.GraphLayers;
import dev.assay.standard.initializers.Initializers;
import dev.assay.standard.layers.Layers;
import dev.assay.standard.losses.Losses;
import dev.assay.standard.metrics.Metrics;
import dev.assay.standard.noise.Noises;
import dev.assay.standard.optimizers.Optimizers;
import dev.assay.standard.recurrent.RecurrentLayers;
import dev.assay.standard.schedules.Schedules;
import dev.assay.standard.search.Searches;
import dev.assay.standard.stopping.StoppingRules;

/** The built-in components and the names that files choose them by. */
public final class StandardPlugin implements Plugin {

  @Override
  public void register(Registry registry) {
    Layers.register(registry);
    Convolutions.register(registry);
    RecurrentLayers.register(registry);
    GraphLayers.register(registry);
    Noises.register(registry);
    Activations.register(registry);
    Initializers.register(registry);
    Constraints.register(registry);
    Losses.register(registry);
    Metrics.register(registry);
    Optimizers.register(registry);
    Schedules.register(registry);
    StoppingRules.register(registry);
    Searches.register(registry);
    NotOffered.register(registry);
  }
}
