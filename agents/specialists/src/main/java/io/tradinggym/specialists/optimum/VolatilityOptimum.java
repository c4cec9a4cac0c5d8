package io.tradinggym.specialists.optimum;

import io.tradinggym.specialists.planted.VolatilityLaw;

/** The best that can be done in {@code Volatility-v1}: dynamic programming over ln v. */
public final class VolatilityOptimum {
  private static final int NODES = 601;
  private static final int SHOCKS = 41;
  private static final double REACH = 6;

  private final VolatilityLaw law;
  private final Programme programme;

  /**
   * Solves; about a tenth of a second.
   *
   * @param law of implied volatility
   */
  public VolatilityOptimum(VolatilityLaw law) {
    this.law = law;
    programme = new Programme(law);
  }

  /** {@return the law} */
  public VolatilityLaw law() {
    return law;
  }

  /** {@return the expected volatility points of an episode that starts flat anywhere in the stationary law} */
  public double value() {
    NormalGrid start = new NormalGrid(241);
    double sum = 0;
    for (int i = 0; i < start.size(); i++) {
      sum += start.weight[i] * programme.value(0, law.centre() + law.spread() * start.z[i], 1);
    }
    return sum;
  }

  /**
   * {@return the best vega to hold over the coming session, -1, 0 or 1}
   *
   * @param step of the episode, from 0; a later one than the last counts as the last
   * @param v implied volatility a year, as a fraction, &gt; 0
   * @param vega held, -1, 0 or 1
   */
  public int act(int step, double v, int vega) {
    return programme.best(Math.min(step, law.sessions() - 1), StrictMath.log(v), vega + 1) - 1;
  }

  private static final class Programme extends SwitchingProgramme {
    private final VolatilityLaw law;
    private final NormalGrid shocks = new NormalGrid(SHOCKS);
    private final double fresh;

    Programme(VolatilityLaw law) {
      super(
          law.centre() - REACH * law.spread(),
          law.centre() + REACH * law.spread(),
          NODES,
          law.sessions(),
          3);
      this.law = law;
      fresh = law.spread() * StrictMath.sqrt(1 - law.phi() * law.phi());
      solve();
    }

    @Override
    double fee(int from, int to) {
      return law.cost() * Math.abs(to - from);
    }

    @Override
    double expect(int node, int position, double[] values) {
      double v = StrictMath.exp(node(node));
      double middle = law.centre() + law.phi() * (node(node) - law.centre());
      double squared = law.squaredReturn(1); // its expectation
      double sum = 0;
      for (int m = 0; m < SHOCKS; m++) {
        double next = middle + fresh * shocks.z[m];
        double earned =
            position == 1 ? 0 : (position - 1) * law.points(v, StrictMath.exp(next), squared);
        sum += shocks.weight[m] * (earned + at(values, next));
      }
      return sum;
    }
  }
}
