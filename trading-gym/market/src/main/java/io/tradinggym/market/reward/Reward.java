package io.tradinggym.market.reward;

/** The recipe of a reward: immutable, shared by all lanes, each of which makes its own function. */
@FunctionalInterface
public interface Reward {
  /** {@return a function with a memory of its own, for one lane} */
  RewardFunction create();
}
