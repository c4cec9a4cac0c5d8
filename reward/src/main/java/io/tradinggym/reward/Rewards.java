package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;

/** Makes rewards that can be added up. */
public final class Rewards {
  /** About a year of days: the horizon of rewards that remember, when none is given. */
  static final double DAILY_ETA = 1.0 / 252;

  private Rewards() {}

  /** {@return the growth, {@link LogReturn}} */
  public static WeightedReward logReturn() {
    return WeightedReward.of(new LogReturn());
  }

  /** {@return the profit and loss as a share of the starting equity, {@link Profit}} */
  public static WeightedReward profit() {
    return WeightedReward.of(new Profit());
  }

  /** {@return the growth beyond the benchmark's, {@link Benchmark}} */
  public static WeightedReward benchmark() {
    return WeightedReward.of(new Benchmark());
  }

  /** {@return {@link DifferentialSharpe} over about a year of days} */
  public static WeightedReward differentialSharpe() {
    return differentialSharpe(DAILY_ETA);
  }

  /**
   * {@return the differential Sharpe ratio, {@link DifferentialSharpe}}
   *
   * @param eta weight of the newest return, in (0, 1); about 1 / (steps of the horizon)
   */
  public static WeightedReward differentialSharpe(double eta) {
    return WeightedReward.of(new DifferentialSharpe(eta));
  }

  /** {@return {@link DifferentialDownside} over about a year of days} */
  public static WeightedReward differentialDownside() {
    return differentialDownside(DAILY_ETA);
  }

  /**
   * {@return the differential Sortino ratio, {@link DifferentialDownside}}
   *
   * @param eta weight of the newest return, in (0, 1)
   */
  public static WeightedReward differentialDownside(double eta) {
    return WeightedReward.of(new DifferentialDownside(eta));
  }

  /**
   * {@return the one-step mean-variance utility, {@link MeanVariance}}
   *
   * @param riskAversion k, > 0 and finite; a win of more than 1/k in one step counts as 1/k
   */
  public static WeightedReward meanVariance(double riskAversion) {
    return WeightedReward.of(new MeanVariance(riskAversion));
  }

  /**
   * {@return the exponential utility of wealth, {@link Cara}}
   *
   * @param riskAversion a, in (0, 100)
   */
  public static WeightedReward cara(double riskAversion) {
    return WeightedReward.of(new Cara(riskAversion));
  }

  /** {@return a cost: notional traded as a share of equity, sum |dw|} */
  public static WeightedReward turnover() {
    return WeightedReward.of(Costs.TURNOVER);
  }

  /** {@return a cost: gross exposure as a share of equity, per year} */
  public static WeightedReward holding() {
    return WeightedReward.of(Costs.HOLDING);
  }

  /** {@return a cost: 1 in the step that ruins} */
  public static WeightedReward ruin() {
    return WeightedReward.of(Costs.RUIN);
  }

  /** {@return a cost: {@link Drawdown} increments} */
  public static WeightedReward drawdown() {
    return WeightedReward.of(new Drawdown());
  }

  /**
   * {@return a cost: the step's share of the conditional value at risk, {@link Cvar}}
   *
   * @param level in (0, 1); 0.95 is the mean of the worst 5 % of steps
   */
  public static WeightedReward cvar(double level) {
    return WeightedReward.of(new Cvar(level, RewardText.CVAR_RATE));
  }

  /**
   * {@return the potential-based {@link Shaping}, reported apart}
   *
   * @param gamma the learner's discount, in (0, 1]
   * @param potential Phi, of the state at the end of a step
   */
  public static WeightedReward shaping(double gamma, Potential potential) {
    return WeightedReward.of(new Shaping(gamma, potential));
  }

  /**
   * Reads a sum such as {@code logReturn - 0.1 turnover - 0.5 cvar(level=0.95)}.
   *
   * @param text a sum of names with weights before them and parameters in brackets
   * @return the reward; its text reads back as the same
   * @throws IllegalArgumentException saying what could not be read, and where
   */
  public static Reward parse(String text) {
    return new RewardText(text).read();
  }
}
