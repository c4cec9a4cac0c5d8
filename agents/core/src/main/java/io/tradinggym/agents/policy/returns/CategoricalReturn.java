package io.tradinggym.agents.policy.returns;

import io.tradinggym.agents.nn.kernel.FloatMath;

/**
 * Chances on evenly spaced returns: the network gives their logits.
 *
 * @param atoms how many returns, &gt;= 2
 * @param low smallest return
 * @param high largest return, &gt; low, both finite
 */
public record CategoricalReturn(int atoms, double low, double high) implements ReturnLaw {
  /** Checks the range. */
  public CategoricalReturn {
    if (atoms < 2) {
      throw new IllegalArgumentException("atoms must be >= 2, was " + atoms);
    }
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new IllegalArgumentException(
          "returns must reach from low to high > low, both finite, was " + low + " .. " + high);
    }
  }

  /**
   * {@return the return that an atom stands for}
   *
   * @param atom index of the atom, 0 to atoms - 1
   */
  public double at(int atom) {
    return low + atom * gap();
  }

  /** {@return the distance between two neighbouring atoms} */
  public double gap() {
    return (high - low) / (atoms - 1);
  }

  /**
   * Writes the chances of an action's atoms, from its logits.
   *
   * @param outputs of the network, read at {@code at}
   * @param at index of the action's first logit
   * @param chances receives one chance an atom, 0 to 1, from 0
   */
  public void chances(float[] outputs, int at, float[] chances) {
    float largest = outputs[at];
    for (int i = 1; i < atoms; i++) {
      largest = Math.max(largest, outputs[at + i]);
    }
    float sum = 0;
    for (int i = 0; i < atoms; i++) {
      chances[i] = FloatMath.exp(outputs[at + i] - largest);
      sum += chances[i];
    }
    for (int i = 0; i < atoms; i++) {
      chances[i] /= sum;
    }
  }

  @Override
  public float mean(float[] outputs, int at) {
    float largest = outputs[at];
    for (int i = 1; i < atoms; i++) {
      largest = Math.max(largest, outputs[at + i]);
    }
    float sum = 0;
    float weighted = 0;
    for (int i = 0; i < atoms; i++) {
      float chance = FloatMath.exp(outputs[at + i] - largest);
      sum += chance;
      weighted += chance * (float) at(i);
    }
    return weighted / sum;
  }

  @Override
  public void meanSlopes(float[] outputs, int at, float[] slopes) {
    float mean = mean(outputs, at);
    float[] chances = new float[atoms];
    chances(outputs, at, chances);
    for (int i = 0; i < atoms; i++) {
      slopes[at + i] = chances[i] * ((float) at(i) - mean);
    }
  }
}
