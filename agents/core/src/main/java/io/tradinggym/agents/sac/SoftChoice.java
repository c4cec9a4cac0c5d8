package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.agents.policy.head.ActionDistribution;
import io.tradinggym.agents.policy.head.CategoricalHead;
import io.tradinggym.api.space.Discrete;

/** The chances of a row's choices, and sums over them. Has scratch: for one thread. */
final class SoftChoice {
  private static final float[] NONE = {};
  private static final float TINY = 1e-30f;

  private final int n;
  private final ActionDistribution law;
  private final float[] chances;

  SoftChoice(Discrete actions) {
    n = actions.n();
    law = new CategoricalHead(new int[] {n}, new int[] {actions.start()}).distribution();
    chances = new float[n];
  }

  /** Points it at the logits of a row; an empty mask allows everything. */
  void at(float[] logits, int at, boolean[] mask, int maskAt) {
    law.at(logits, at, NONE, 0, mask, maskAt);
    law.probabilities(chances, 0);
  }

  /** {@code sum_a pi(a) (min(Q_1, Q_2)(a) - alpha log pi(a))}. */
  float value(float[] first, float[] second, int at, float alpha) {
    float sum = 0;
    for (int a = 0; a < n; a++) {
      sum += chances[a] * -cost(first, second, at, a, alpha);
    }
    return sum;
  }

  /** Writes the derivatives of {@code - scale x value} by the logits. */
  void backward(float[] first, float[] second, int at, float alpha, float scale, float[] slopes) {
    float mean = -value(first, second, at, alpha);
    for (int a = 0; a < n; a++) {
      slopes[at + a] = scale * chances[a] * (cost(first, second, at, a, alpha) - mean);
    }
  }

  private float cost(float[] first, float[] second, int at, int a, float alpha) {
    return alpha * FloatMath.log(chances[a] + TINY) - Math.min(first[at + a], second[at + a]);
  }

  float entropy() {
    return law.entropy();
  }

  /** Logarithm of the number of choices that are allowed: the largest entropy there can be. */
  static float largestEntropy(int n, boolean[] mask, int maskAt) {
    int allowed = 0;
    for (int a = 0; a < n; a++) {
      allowed += mask.length == 0 || mask[maskAt + a] ? 1 : 0;
    }
    return FloatMath.log(Math.max(1, allowed));
  }
}
