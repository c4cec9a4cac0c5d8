package io.tradinggym.examples.ownreward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.testkit.RewardContract;
import org.junit.jupiter.api.Test;

class LossAverseTest extends RewardContract {
  private static final double ROUNDING = 1e-15;

  @Override
  protected Reward reward() {
    return new LossAverse(2.25);
  }

  @Test
  void aLossCountsMoreThanAGainOfTheSameSize() {
    assertThat(rewardOf(110)).isCloseTo(0.1, within(ROUNDING));
    assertThat(rewardOf(90)).isCloseTo(-0.225, within(ROUNDING));
  }

  private double rewardOf(double equityAfter) {
    RewardInput step = new RewardInput();
    step.equityBefore = 100;
    step.equityAfter = equityAfter;
    return reward().create().reward(step);
  }

  @Test
  void anAversionBelowOneIsRefused() {
    assertThatThrownBy(() -> new LossAverse(0.5))
        .hasMessage("aversion must be a number >= 1, was 0.5");
  }
}
