package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighted sum of rewards, immutable. As text it reads as it is written in a configuration, {@code logReturn - 0.1
 * turnover}, and {@link Rewards#parse} reads it back.
 */
public final class WeightedReward implements Reward {
  private final List<Term> terms;

  private WeightedReward(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /** One reward of the sum, and how often it counts. */
  record Term(double weight, Reward reward) {
    Term {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException(
            "weight of " + reward + " must be finite, was " + weight);
      }
    }
  }

  /**
   * {@return a reward as a sum of one; a sum as it is}
   *
   * @param reward any reward
   */
  public static WeightedReward of(Reward reward) {
    return reward instanceof WeightedReward sum
        ? sum
        : new WeightedReward(List.of(new Term(1, reward)));
  }

  /**
   * {@return this plus another}
   *
   * @param other the reward to add, with weight 1
   */
  public WeightedReward plus(Reward other) {
    return plus(1, other);
  }

  /**
   * {@return this plus so many times another}
   *
   * @param weight how often the other counts; negative for a cost
   * @param other the reward to add
   */
  public WeightedReward plus(double weight, Reward other) {
    List<Term> sum = new ArrayList<>(terms);
    sum.addAll(of(other).times(weight).terms);
    return new WeightedReward(sum);
  }

  /**
   * {@return this minus another}
   *
   * @param other the reward to take off, with weight 1
   */
  public WeightedReward minus(Reward other) {
    return plus(-1, other);
  }

  /**
   * {@return this minus so many times another}
   *
   * @param weight how often the other is taken off
   * @param other the reward to take off
   */
  public WeightedReward minus(double weight, Reward other) {
    return plus(-weight, other);
  }

  /**
   * {@return this so many times: every weight of the sum multiplied}
   *
   * @param factor any number; negative turns costs into rewards
   */
  public WeightedReward times(double factor) {
    return new WeightedReward(
        terms.stream().map(term -> new Term(factor * term.weight, term.reward)).toList());
  }

  @Override
  public RewardFunction create() {
    return terms.size() == 1 && terms.getFirst().weight == 1
        ? terms.getFirst().reward.create()
        : new SumFunction(terms);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightedReward sum && terms.equals(sum.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      boolean negative = term.weight < 0;
      text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
      double size = Math.abs(term.weight);
      text.append(size == 1 ? "" : size + " ").append(term.reward);
    }
    return text.toString();
  }
}
