package io.tradinggym.agents.dqn;

import io.tradinggym.agents.policy.returns.CategoricalReturn;
import java.util.Arrays;

/**
 * C51: the target's chances, moved to {@code reward + discount z_j} and shared between the two nearest atoms, are what
 * the network's chances are to become; the loss is their cross entropy. Transitions are as wrong as their
 * Kullback-Leibler divergence.
 *
 * @see <a href="https://arxiv.org/abs/1707.06887">Bellemare, Dabney and Munos (2017), algorithm 1</a>
 */
final class CategoricalLoss implements ReturnLoss {
  private static final double TINY = 1e-30;

  private final CategoricalReturn law;
  private final float[] nextChances;
  private final float[] chances;
  private final double[] wanted;
  private float error;

  CategoricalLoss(CategoricalReturn law) {
    this.law = law;
    nextChances = new float[law.atoms()];
    chances = new float[law.atoms()];
    wanted = new double[law.atoms()];
  }

  @Override
  public double at(
      float reward,
      float discount,
      float[] next,
      int nextAt,
      float[] own,
      int at,
      float scale,
      float[] slopes) {
    project(reward, discount, next, nextAt);
    law.chances(own, at, chances);
    double crossEntropy = 0;
    double entropy = 0;
    for (int i = 0; i < wanted.length; i++) {
      slopes[at + i] = scale * (float) (chances[i] - wanted[i]);
      crossEntropy -= wanted[i] * StrictMath.log(chances[i] + TINY);
      entropy -= wanted[i] * StrictMath.log(wanted[i] + TINY);
    }
    error = (float) Math.max(0, crossEntropy - entropy);
    return crossEntropy;
  }

  private void project(float reward, float discount, float[] next, int nextAt) {
    Arrays.fill(wanted, 0);
    if (nextAt == NOTHING) {
      share(reward, 1);
      return;
    }
    law.chances(next, nextAt, nextChances);
    for (int j = 0; j < nextChances.length; j++) {
      share(reward + discount * law.at(j), nextChances[j]);
    }
  }

  private void share(double value, double chance) {
    double place = (Math.clamp(value, law.low(), law.high()) - law.low()) / law.gap();
    int below = Math.min((int) place, wanted.length - 2);
    wanted[below] += chance * (below + 1 - place);
    wanted[below + 1] += chance * (place - below);
  }

  @Override
  public float error() {
    return error;
  }
}
