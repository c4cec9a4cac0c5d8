package io.tradinggym.explain.postmortem;

import java.util.Arrays;

/**
 * What became of a decision, money:
 *
 * <pre>
 * result = decision + execution + cost
 * </pre>
 *
 * <p>The decision's part is what the position would have gained free of cost at the price it was decided at, execution
 * what other prices made of that, cost the fees. Luck is the percentile of the result among rollouts from the same
 * state: a result at the 10th percentile of a good distribution was a good decision that lost.
 *
 * @param intended units that were decided on
 * @param got units that were filled
 * @param missed units that were not
 * @param decision gain of the position at the decision's price
 * @param execution what the fills' prices changed of it, mostly below 0
 * @param cost fees, below 0
 * @param percentile of the result among rollouts, 0 to 1; NaN without any
 * @param median result of the rollouts; NaN without any
 */
public record PostMortem(
    double intended,
    double got,
    double missed,
    double decision,
    double execution,
    double cost,
    double percentile,
    double median) {
  /** {@return what it came to: decision + execution + cost, money} */
  public double result() {
    return decision + execution + cost;
  }

  /**
   * Takes a trade apart.
   *
   * @param shortfall of its order, judged at the price of today
   * @param intended units that were decided on
   * @param got units that were filled
   * @param unit Money units in one of the currency: 1e8
   * @param rollouts results from the same state, money; may be empty
   * @return the parts
   */
  public static PostMortem of(
      Shortfall shortfall, double intended, double got, double unit, double[] rollouts) {
    double decision = shortfall.paper() / unit;
    double cost = -shortfall.fees() / unit;
    double execution = (shortfall.real() - shortfall.paper()) / unit - cost;
    double result = decision + execution + cost;
    return new PostMortem(
        intended,
        got,
        intended - got,
        decision,
        execution,
        cost,
        percentile(result, rollouts),
        median(rollouts));
  }

  /**
   * {@return the part of outcomes that a result beats, those equal to it counted half; NaN without any}
   *
   * @param result what came of the decision, money
   * @param outcomes results of the rollouts, money; may be empty
   */
  public static double percentile(double result, double[] outcomes) {
    double below = 0;
    for (double outcome : outcomes) {
      below += outcome < result ? 1 : outcome == result ? 0.5 : 0;
    }
    return outcomes.length == 0 ? Double.NaN : below / outcomes.length;
  }

  private static double median(double[] outcomes) {
    if (outcomes.length == 0) {
      return Double.NaN;
    }
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
