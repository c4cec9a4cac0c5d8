/**
 * {@code experiments/run learn}: a walk through history as if live. {@link io.tradinggym.experiments.learn.Walk}
 * plays the champion bar by bar, watches for drift, retrains beside, lets a {@link
 * io.tradinggym.experiments.learn.Gate} decide, promotes and rolls back; every decision is a line of a log that comes
 * out the same, bit for bit, whenever the walk is walked again.
 */
@NullMarked
package io.tradinggym.experiments.learn;

import org.jspecify.annotations.NullMarked;
