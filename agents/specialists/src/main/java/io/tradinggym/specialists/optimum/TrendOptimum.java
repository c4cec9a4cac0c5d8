package io.tradinggym.specialists.optimum;

import io.tradinggym.specialists.planted.TrendLaw;

/**
 * The best that can be done in {@code Trend-v1} by somebody who knows the law and sees prices: dynamic programming over
 * the chance p that the coming bar's direction is up.
 */
public final class TrendOptimum {
  private static final int NODES = 601;
  private static final int SHOCKS = 41;

  private final TrendLaw law;
  private final Programme programme;

  /**
   * Solves; about half a second.
   *
   * @param law of the prices
   */
  public TrendOptimum(TrendLaw law) {
    this.law = law;
    programme = new Programme(law);
  }

  /** {@return the law} */
  public TrendLaw law() {
    return law;
  }

  /**
   * {@return the expected log wealth of an episode that starts flat}
   *
   * @param up chance that the first bar's direction is up, in [0, 1]
   */
  public double value(double up) {
    return programme.value(0, up, flat());
  }

  /**
   * {@return the best position to hold over the coming bar, -1, 0 or 1}
   *
   * @param step of the episode, from 0; a later one than the last counts as the last
   * @param up chance that the coming bar's direction is up, in [0, 1]
   * @param position held, -1, 0 or 1
   */
  public int act(int step, double up, int position) {
    return programme.best(Math.min(step, law.bars() - 1), up, position + flat()) - flat();
  }

  private int flat() {
    return law.shorts() ? 1 : 0;
  }

  private static final class Programme extends SwitchingProgramme {
    private final TrendLaw law;
    private final int lowest;
    private final double[] weight = new double[2 * SHOCKS];
    private final double[][] earned;
    private final double[][] next;
    private final double[] chance;

    Programme(TrendLaw law) {
      super(0, 1, NODES, law.bars(), law.shorts() ? 3 : 2);
      this.law = law;
      lowest = law.shorts() ? -1 : 0;
      NormalGrid shocks = new NormalGrid(SHOCKS);
      double[] r = new double[2 * SHOCKS]; // first under "up", then under "down"
      for (int m = 0; m < r.length; m++) {
        int direction = m < SHOCKS ? 1 : -1;
        r[m] = direction * law.drift() - law.sd() * law.sd() / 2 + law.sd() * shocks.z[m % SHOCKS];
        weight[m] = shocks.weight[m % SHOCKS];
      }
      earned = new double[1 - lowest + 1][r.length];
      for (int k = 0; k < earned.length; k++) {
        for (int m = 0; m < r.length; m++) {
          earned[k][m] = StrictMath.log(1 + (k + lowest) * StrictMath.expm1(r[m]));
        }
      }
      next = new double[NODES][r.length];
      chance = new double[NODES];
      for (int i = 0; i < NODES; i++) {
        chance[i] = node(i);
        for (int m = 0; m < r.length; m++) {
          next[i][m] = law.filter(chance[i], r[m]);
        }
      }
      solve();
    }

    @Override
    double fee(int from, int to) {
      return -StrictMath.log(1 - law.cost() * Math.abs(to - from));
    }

    @Override
    double expect(int node, int position, double[] values) {
      double sum = 0;
      for (int m = 0; m < weight.length; m++) {
        double share = weight[m] * (m < SHOCKS ? chance[node] : 1 - chance[node]);
        sum += share * (earned[position][m] + at(values, next[node][m]));
      }
      return sum;
    }
  }
}
