package io.tradinggym.signals.score;

/** Turns scores into probabilities. To be fitted on predictions for rows that the model did not see. */
public interface Calibrator {
  /** The probability of 1 where a model says this. */
  double probability(double score);
}
