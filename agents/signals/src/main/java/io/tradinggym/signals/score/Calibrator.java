package io.tradinggym.signals.score;

/** Turns scores into probabilities. To be fitted on predictions for rows that the model did not see. */
public interface Calibrator {
  /**
   * {@return the probability of 1 where a model says this}
   *
   * @param score as the model gave it, on the scale that this was fitted to
   */
  double probability(double score);
}
