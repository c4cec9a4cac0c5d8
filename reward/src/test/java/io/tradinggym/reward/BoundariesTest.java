package io.tradinggym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits hit exactly, and rules that join two parts. */
class BoundariesTest {
  @ParameterizedTest
  @CsvSource({"0, 0.1", "1, 0.1", "0.95, 0", "0.95, 1", "NaN, 0.1"})
  void openIntervalsDoNotHoldTheirEnds(double level, double rate) {
    assertThatThrownBy(() -> new Cvar(level, rate)).hasMessageContaining("must be in (0.0, 1.0)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, Double.POSITIVE_INFINITY, Double.NaN})
  void whatMustBePositiveIsNotZeroAndNotInfinite(double value) {
    assertThatThrownBy(() -> new MeanVariance(value)).hasMessageContaining("must be ");
  }

  /** Averages of the first steps are plain ones, and the first that is judged comes after all of them. */
  @Test
  void theRatioIsSilentForItsWarmUpAndNoLonger() {
    double eta = 0.01;
    RewardFunction function = new DifferentialSharpe(eta).create();
    function.reset(1);
    int n = DifferentialSharpe.WARM_UP;
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < n; t++) {
      double r = 0.01 * Math.sin(1 + t);
      assertThat(function.reward(Steps.returning(r))).as("step %d", t).isZero();
      double exact = (1 + r) / 1 - 1;
      sum += exact;
      squares += exact * exact;
    }
    double mean = sum / n;
    double square = squares / n;
    double r = 0.004;
    double variance = square - mean * mean;
    double expected = (square * (r - mean) - mean * (r * r - square) / 2) / Math.pow(variance, 1.5);
    assertThat(function.reward(Steps.returning(r))).isCloseTo(expected, within(1e-9));
  }

  @Test
  void anEquityOfExactlyNothingIsRuin() {
    for (Reward reward :
        new Reward[] {new DifferentialSharpe(0.01), new DifferentialDownside(0.01)}) {
      RewardFunction function = reward.create();
      function.reset(1);
      double ruin = function.reward(Steps.of(1, 0));
      assertThat(ruin).as("%s", reward).isNegative();
      RewardFunction other = reward.create();
      other.reset(1);
      assertThat(other.reward(Steps.of(1, -1))).isEqualTo(ruin);
      assertThat(other.reward(Steps.of(1, Double.MIN_NORMAL))).isNotEqualTo(ruin);
    }
  }

  @Test
  void aWeightMultipliesAndAnotherWeightOnTop() {
    Reward twice = Rewards.logReturn().times(2);
    Reward six = Rewards.logReturn().times(2).times(3);
    double once = Rewards.logReturn().create().reward(Steps.of(100, 110));
    assertThat(twice.create().reward(Steps.of(100, 110))).isCloseTo(2 * once, within(1e-15));
    assertThat(six.create().reward(Steps.of(100, 110))).isCloseTo(6 * once, within(1e-15));
    assertThat(twice).isNotEqualTo(six).isEqualTo(Rewards.logReturn().times(2));
    assertThat(twice).isNotEqualTo((Object) "2 logReturn");
  }
}
