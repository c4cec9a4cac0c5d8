package io.tradinggym.options.pricing;

/**
 * A law of the log-return X = ln(S_T / F_T) around the forward, known by its characteristic function. It is a
 * martingale: E[e^X] = 1.
 */
public interface LogReturnModel {
  /**
   * {@return ln E[e^(i z X)]}
   *
   * @param z argument with an imaginary part in [-1, 0]
   * @param years to the horizon, > 0
   */
  Complex logCharacteristic(Complex z, double years);

  /**
   * {@return the expected quadratic variation of the log-price up to the horizon: sets the scale of the integration}
   *
   * @param years to the horizon, > 0
   */
  double expectedVariance(double years);
}
