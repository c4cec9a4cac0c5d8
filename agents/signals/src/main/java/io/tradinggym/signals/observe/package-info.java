/**
 * Signals as observations: {@code signal(xgb)} in a list of features learns on the training range and predicts every
 * bar by a model that had not seen it.
 */
@NullMarked
package io.tradinggym.signals.observe;

import org.jspecify.annotations.NullMarked;
