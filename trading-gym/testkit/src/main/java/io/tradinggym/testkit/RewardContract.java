package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Assumptions;

/**
 * What every reward owes its learner. Extend it and return yours; a cost, which is meant to be subtracted, answers true
 * to {@link #cost}.
 */
public abstract class RewardContract {
  private static final double ROUNDING = 1e-9;

  /** For subclasses. */
  protected RewardContract() {}

  /** {@return the reward under test} */
  protected abstract Reward reward();

  /** {@return whether larger is worse, and ruin need not be told apart} */
  protected boolean cost() {
    return false;
  }

  /** {@return whether the same growth earns the same at any capital} */
  protected boolean scaleFree() {
    return true;
  }

  /**
   * Returns of up to 60 steps.
   *
   * @return arrays of 1 to 60 simple returns, each in [-0.5, 0.5]
   */
  @Provide
  protected Arbitrary<double[]> returns() {
    return Arbitraries.doubles()
        .between(-0.5, 0.5)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  /** {@return equities after a step, as multiples of the start: from 1e-8, the smallest unit of money, to about 3} */
  @Provide
  protected Arbitrary<Double> survivors() {
    return Arbitraries.doubles().between(-8, 0.5).map(exponent -> Math.pow(10, exponent));
  }

  private static double[] path(double start, double[] returns, int extra) {
    double[] equity = new double[returns.length + 1 + extra];
    equity[0] = start;
    for (int t = 0; t < returns.length; t++) {
      equity[t + 1] = equity[t] * (1 + returns[t]);
    }
    return equity;
  }

  private static RewardInput step(double before, double after) {
    RewardInput step = new RewardInput();
    step.equityBefore = before;
    step.equityAfter = after;
    step.terminated = after <= 0;
    return step;
  }

  private double[] rewards(double[] equity) {
    RewardFunction function = reward().create();
    function.reset(equity[0]);
    double[] rewards = new double[equity.length - 1];
    for (int t = 0; t < rewards.length; t++) {
      rewards[t] = function.reward(step(equity[t], equity[t + 1]));
    }
    return rewards;
  }

  @Property
  void cashEarnsNothing(@ForAll @DoubleRange(min = 0.01, max = 1e9) double cash) {
    double[] equity = new double[40];
    Arrays.fill(equity, cash);
    assertThat(rewards(equity)).containsOnly(0);
  }

  @Property
  void rewardsAreFinite(@ForAll("returns") double[] returns) {
    for (double reward : rewards(path(1, returns, 1))) {
      assertThat(reward).isFinite();
    }
  }

  @Property
  void capitalDoesNotMatter(
      @ForAll("returns") double[] returns,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double scale) {
    Assumptions.assumeTrue(scaleFree());
    double[] small = rewards(path(1, returns, 0));
    double[] large = rewards(path(scale, returns, 0));
    for (int t = 0; t < small.length; t++) {
      assertThat(large[t]).isCloseTo(small[t], within(ROUNDING * Math.max(1, Math.abs(small[t]))));
    }
  }

  @Property
  void ruinIsWorseThanAnySurvivalFromTheSameState(
      @ForAll("returns") double[] returns,
      @ForAll("survivors") double survivor,
      @ForAll @DoubleRange(min = -10, max = 0) double ruined) {
    double[] equity = path(1, returns, 1);
    equity[returns.length + 1] = survivor;
    double survived = rewards(equity)[returns.length];
    equity[returns.length + 1] = ruined;
    double lost = rewards(equity)[returns.length];
    assertThat(lost).isFinite();
    if (!cost()) {
      assertThat(lost).isLessThan(survived);
    }
  }

  @Property
  void rewardsDoNotLookAhead(@ForAll("returns") double[] returns, @ForAll int where) {
    double[] equity = path(1, returns, 0);
    double[] poisoned = equity.clone();
    int from = Math.floorMod(where, equity.length);
    Arrays.fill(poisoned, from, equity.length, 1e-3);
    int known = Math.max(0, from - 1);
    assertThat(Arrays.copyOf(rewards(poisoned), known))
        .isEqualTo(Arrays.copyOf(rewards(equity), known));
  }

  @Property
  void theMemoryShownIsBounded(@ForAll("returns") double[] returns) {
    RewardFunction function = reward().create();
    double[] equity = path(1, returns, 0);
    function.reset(1);
    float[] memory = new float[function.memorySize()];
    for (int t = 0; t < returns.length; t++) {
      function.reward(step(equity[t], equity[t + 1]));
      function.observe(memory, 0);
      for (float number : memory) {
        assertThat(number).isBetween(-1f, 1f);
      }
    }
  }

  @Property
  void aRestoredRewardGoesOnWithTheSameBits(@ForAll("returns") double[] returns)
      throws IOException {
    double[] equity = path(1, returns, 0);
    RewardFunction original = reward().create();
    original.reset(1);
    int half = returns.length / 2;
    for (int t = 0; t < half; t++) {
      original.reward(step(equity[t], equity[t + 1]));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    original.save(new DataOutputStream(bytes));
    RewardFunction copy = reward().create();
    copy.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (int t = half; t < returns.length; t++) {
      RewardInput step = step(equity[t], equity[t + 1]);
      assertThat(copy.reward(step)).isEqualTo(original.reward(step));
    }
  }
}
