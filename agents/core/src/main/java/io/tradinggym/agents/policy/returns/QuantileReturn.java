package io.tradinggym.agents.policy.returns;

import java.util.Arrays;

/**
 * Quantiles of the return, at the middles of equal shares: {@code tau_i = (2 i + 1) / (2 atoms)}. The network gives
 * them.
 *
 * @param atoms number of quantiles, &gt;= 1
 */
public record QuantileReturn(int atoms) implements ReturnLaw {
  /** Checks the number. */
  public QuantileReturn {
    if (atoms < 1) {
      throw new IllegalArgumentException("quantiles must be >= 1, was " + atoms);
    }
  }

  @Override
  public float mean(float[] outputs, int at) {
    float sum = 0;
    for (int i = 0; i < atoms; i++) {
      sum += outputs[at + i];
    }
    return sum / atoms;
  }

  @Override
  public void meanSlopes(float[] outputs, int at, float[] slopes) {
    Arrays.fill(slopes, at, at + atoms, 1f / atoms);
  }
}
