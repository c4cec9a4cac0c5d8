/**
 * Signal models: what they learn from ({@link io.tradinggym.signals.model.Table}), how they are trained ({@link
 * io.tradinggym.signals.model.Learner}) and what may be shown of them. An {@link
 * io.tradinggym.signals.model.OutOfFold} holds predictions for rows that the model of each had not seen; only of it can
 * a {@link io.tradinggym.signals.model.SignalSeries} be made, which is what environments and later models observe.
 */
@NullMarked
package io.tradinggym.signals.model;

import org.jspecify.annotations.NullMarked;
