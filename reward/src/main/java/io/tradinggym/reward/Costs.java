package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;

/** Costs that look at one step alone, >= 0, meant to be subtracted. */
enum Costs implements Reward {
  /** Notional traded in the step: {@code traded / V}, that is sum |dw|. */
  TURNOVER("turnover"),
  /** Gross exposure over the step, per year: {@code gross / V / stepsPerYear}; 0.01 of it is a charge of 1 % a year. */
  HOLDING("holding"),
  /** 1 in the step that ruins, else 0. */
  RUIN("ruin");

  private final String text;

  Costs(String text) {
    this.text = text;
  }

  @Override
  public RewardFunction create() {
    Memoryless function = this::of;
    return function;
  }

  private double of(RewardInput step) {
    return switch (this) {
      case TURNOVER -> step.traded / step.equityBefore;
      case HOLDING -> step.gross / step.equityBefore / step.stepsPerYear;
      case RUIN -> step.equityAfter <= 0 ? 1 : 0;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
