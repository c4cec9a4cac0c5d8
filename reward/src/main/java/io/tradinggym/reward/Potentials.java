package io.tradinggym.reward;

import io.tradinggym.market.reward.RewardInput;

/** The potentials that text can name. */
enum Potentials implements Potential {
  EXPOSURE("exposureShaping") {
    @Override
    public double of(RewardInput state, double startingEquity) {
      return state.equityAfter > 0 ? -state.gross / state.equityAfter : 0;
    }
  },
  GROWTH("growthShaping") {
    @Override
    public double of(RewardInput state, double startingEquity) {
      return state.equityAfter / startingEquity - 1;
    }
  };

  private final String text;

  Potentials(String text) {
    this.text = text;
  }

  /** How the shaping by this potential is called in text. */
  String text() {
    return text;
  }
}
