package io.tradinggym.specialists.optimum;

import io.tradinggym.specialists.planted.ReversionLaw;

/**
 * The best that can be done in {@code Reversion-v1} by somebody who knows the law: either the level too, or prices
 * only. Then all that is known is the mean m of the distance x to the level given the prices (its variance P is the
 * same on every path), and a price change is N((phi-1) m, (1-phi)^2 P + s^2).
 */
public final class ReversionOptimum {
  private static final int NODES = 801;
  private static final int SHOCKS = 41;
  private static final double REACH = 6;

  private final ReversionLaw law;
  private final double[] variances;
  private final Programme programme;

  private ReversionOptimum(ReversionLaw law, double[] variances) {
    this.law = law;
    this.variances = variances;
    programme = new Programme(law, variances);
  }

  /**
   * {@return the optimum of a trader who is told the level}
   *
   * @param law of the prices
   */
  public static ReversionOptimum levelKnown(ReversionLaw law) {
    return new ReversionOptimum(law, new double[law.bars() + 1]);
  }

  /**
   * {@return the optimum of a trader who sees prices only}
   *
   * @param law of the prices
   * @param history bars seen before the episode, &gt;= 0
   */
  public static ReversionOptimum levelUnknown(ReversionLaw law, int history) {
    double[] variances = new double[law.bars() + 1];
    double variance = law.stationary() * law.stationary();
    for (int bar = 0; bar < history; bar++) {
      variance = law.filterVariance(variance);
    }
    for (int t = 0; t <= law.bars(); t++) {
      variances[t] = variance;
      variance = law.filterVariance(variance);
    }
    return new ReversionOptimum(law, variances);
  }

  /** {@return the law} */
  public ReversionLaw law() {
    return law;
  }

  /**
   * {@return the expected log wealth of an episode that starts flat, by the mean of the distance at its start}
   *
   * @param mean of the distance to the level at the start given what is known, log
   */
  public double value(double mean) {
    return programme.value(0, mean, flat());
  }

  /** {@return the expected log wealth of an episode that starts flat anywhere in the stationary law} */
  public double value() {
    double sd = StrictMath.sqrt(law.stationary() * law.stationary() - variances[0]);
    NormalGrid start = new NormalGrid(241);
    double sum = 0;
    for (int i = 0; i < start.size(); i++) {
      sum += start.weight[i] * value(sd * start.z[i]);
    }
    return sum;
  }

  /**
   * {@return the best position to hold over the coming bar, -1, 0 or 1}
   *
   * @param step of the episode, from 0; a later one than the last counts as the last
   * @param mean of the distance to the level given what is known, log
   * @param position held, -1, 0 or 1
   */
  public int act(int step, double mean, int position) {
    return programme.best(Math.min(step, law.bars() - 1), mean, position + flat()) - flat();
  }

  private int flat() {
    return law.shorts() ? 1 : 0;
  }

  private static final class Programme extends SwitchingProgramme {
    private final ReversionLaw law;
    private final int lowest;
    private final double[] variances;
    private final NormalGrid shocks = new NormalGrid(SHOCKS);
    private double before;
    private double after;
    private double spread;

    Programme(ReversionLaw law, double[] variances) {
      super(
          -REACH * law.stationary(),
          REACH * law.stationary(),
          NODES,
          law.bars(),
          law.shorts() ? 3 : 2);
      this.law = law;
      this.variances = variances;
      lowest = law.shorts() ? -1 : 0;
      solve();
    }

    @Override
    void prepare(int t) {
      before = variances[t];
      after = variances[t + 1];
      double pull = 1 - law.phi();
      spread = StrictMath.sqrt(pull * pull * before + law.noise() * law.noise());
    }

    @Override
    double fee(int from, int to) {
      return -StrictMath.log(1 - law.cost() * Math.abs(to - from));
    }

    @Override
    double expect(int node, int position, double[] values) {
      double mean = node(node);
      double sum = 0;
      for (int m = 0; m < SHOCKS; m++) {
        double change = (law.phi() - 1) * mean + spread * shocks.z[m];
        double next = before == 0 ? mean + change : law.filterMean(mean, before, after, change);
        int held = position + lowest;
        double earned =
            held == 0 ? 0 : held == 1 ? change : StrictMath.log(1 - StrictMath.expm1(change));
        sum += shocks.weight[m] * (earned + at(values, next));
      }
      return sum;
    }
  }
}
