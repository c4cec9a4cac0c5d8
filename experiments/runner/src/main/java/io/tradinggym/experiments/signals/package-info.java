/** Features into files, and the daily job: data, features, models and a ranked report for a watchlist. */
@NullMarked
package io.tradinggym.experiments.signals;

import org.jspecify.annotations.NullMarked;
