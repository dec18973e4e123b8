/** Layers that are random while the network is trained, and do nothing afterwards. */
@Doc("Random while training")
@NullMarked
package dev.assay.standard.noise;

import dev.assay.config.bind.Doc;
import org.jspecify.annotations.NullMarked;
