/**
 * Finished runs for an MLflow server, over its REST interface: settings as params, figures and training curves as
 * metrics. {@link io.tradinggym.experiments.mlflow.MlflowExport} writes, {@link
 * io.tradinggym.experiments.mlflow.MlflowException} says what kind of failure kept it from it.
 */
@NullMarked
package io.tradinggym.experiments.mlflow;

import org.jspecify.annotations.NullMarked;
