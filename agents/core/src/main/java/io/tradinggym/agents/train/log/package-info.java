/**
 * Logs of a training run: {@link io.tradinggym.agents.train.log.MetricLog} writes the figures of every iteration to one
 * or more {@link io.tradinggym.agents.train.log.MetricSink}s, as CSV, as JSON lines, and for TensorBoard.
 */
@NullMarked
package io.tradinggym.agents.train.log;

import org.jspecify.annotations.NullMarked;
