/**
 * Training: an {@link io.tradinggym.agents.train.Algorithm} makes a {@link io.tradinggym.agents.train.Learner}, the
 * loop of {@link io.tradinggym.agents.train.Training} advances it and calls back. Progress, logs, evaluation,
 * checkpoints and early stopping are callbacks; schedules say how a setting changes on the way.
 */
@NullMarked
package io.tradinggym.agents.train;

import org.jspecify.annotations.NullMarked;
