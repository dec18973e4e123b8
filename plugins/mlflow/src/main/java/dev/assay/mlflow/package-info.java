/**
 * The tracker that tells an MLflow server of runs; the only place that knows MLflow.
 *
 * <p>Sees the engine's tracking, MLflow's Java client, and HTTP; no other plugin.
 */
@NullMarked
package dev.assay.mlflow;

import org.jspecify.annotations.NullMarked;
