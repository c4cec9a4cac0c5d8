/** Rewards and how they are composed. */
module io.tradinggym.reward {
  requires transitive io.tradinggym.market;

  exports io.tradinggym.reward;

  uses io.tradinggym.reward.RewardProvider;
}
