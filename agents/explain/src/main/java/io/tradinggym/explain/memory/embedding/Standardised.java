package io.tradinggym.explain.memory.embedding;

import java.util.Arrays;

/**
 * States as vectors: named numbers, such as exposures, cash, drawdown and shares of the value at risk of a portfolio,
 * or volatility, slope and breadth of a regime, each in deviations of the training data. For states of portfolios and
 * fingerprints of regimes.
 */
public final class Standardised {
  private final String name;
  private final double[] means;
  private final double[] deviations;

  private Standardised(String name, double[] means, double[] deviations) {
    this.name = name;
    this.means = means;
    this.deviations = deviations;
  }

  /**
   * Fits the scales on training states.
   *
   * @param name of what the states are, for the identity
   * @param states at least two, each of the same numbers
   * @return the embedding
   */
  public static Standardised fit(String name, double[][] states) {
    if (states.length < 2) {
      throw new IllegalArgumentException(
          "scales need two states or more, was given " + states.length);
    }
    int n = states[0].length;
    double[] means = new double[n];
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      for (double[] state : states) {
        means[i] += state[i] / states.length;
      }
      for (double[] state : states) {
        deviations[i] += (state[i] - means[i]) * (state[i] - means[i]) / states.length;
      }
      deviations[i] = Math.sqrt(deviations[i]);
    }
    return new Standardised(name, means, deviations);
  }

  /** {@return how many numbers a vector has} */
  public int dimensions() {
    return means.length;
  }

  /** {@return the name and hash of the scales} */
  public String identity() {
    int hash = 31 * Arrays.hashCode(means) + Arrays.hashCode(deviations);
    return name + " " + means.length + " " + Integer.toHexString(hash);
  }

  /**
   * {@return the vector of a state; a number that never moved in training is left out, as 0}
   *
   * @param state as many numbers as the states of training had
   */
  public float[] embed(double[] state) {
    float[] out = new float[means.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = deviations[i] > 0 ? (float) ((state[i] - means[i]) / deviations[i]) : 0;
    }
    return out;
  }
}
