/** Layers that are random while the network is trained, and do nothing afterwards. */
@NullMarked
package dev.assay.standard.noise;

import org.jspecify.annotations.NullMarked;
