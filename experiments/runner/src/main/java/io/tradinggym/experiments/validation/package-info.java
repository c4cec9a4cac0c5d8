/**
 * Validation of agents and rules on history that they were not trained on: {@link
 * io.tradinggym.experiments.validation.WalkForwardRun} walks forward in time, {@link
 * io.tradinggym.experiments.validation.CrossValidationRun} tests every part of history in all combinations. Both are
 * made of pieces, each a training and its tests, whose results lie in files of their own.
 */
@NullMarked
package io.tradinggym.experiments.validation;

import org.jspecify.annotations.NullMarked;
