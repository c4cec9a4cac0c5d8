package io.tradinggym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single steps, worked out by hand. */
class WorkedStepsTest {
  private static final double ROUNDING = 1e-12;

  /** A reward of somebody else's, with a parameter. */
  public static final class Provider implements RewardProvider {
    @Override
    public List<Named> rewards() {
      return List.of(
          new Named(
              "share",
              Map.of("of", 0.5),
              values -> Rewards.logReturn().times(values.getOrDefault("of", Double.NaN))));
    }
  }

  private static RewardFunction started(Reward reward, double equity) {
    RewardFunction function = reward.create();
    function.reset(equity);
    return function;
  }

  @Test
  void costsAreSharesOfTheEquityBeforeTheStep() {
    RewardInput step = Steps.of(200, 150);
    step.traded = 30;
    step.gross = 500;
    step.stepsPerYear = 250;
    assertThat(started(Rewards.turnover(), 200).reward(step)).isEqualTo(0.15);
    assertThat(started(Rewards.holding(), 200).reward(step)).isEqualTo(0.01);
    assertThat(started(Rewards.ruin(), 200).reward(step)).isZero();
  }

  @Test
  void ruinIsAnEquityOfNothingOrLess() {
    RewardFunction ruin = started(Rewards.ruin(), 1);
    assertThat(ruin.reward(Steps.of(1, 0))).isEqualTo(1);
    assertThat(ruin.reward(Steps.of(1, -1))).isEqualTo(1);
    assertThat(ruin.reward(Steps.of(1, Double.MIN_VALUE))).isZero();
  }

  @Test
  void potentialsAreExposureAndGrowth() {
    RewardInput state = Steps.of(100, 80);
    state.gross = 120;
    assertThat(Potential.exposure().of(state, 100)).isEqualTo(-1.5);
    assertThat(Potential.growth().of(state, 100)).isCloseTo(-0.2, within(ROUNDING));
    state.equityAfter = 0;
    assertThat(Potential.exposure().of(state, 100)).isZero();
    state.equityAfter = -5;
    assertThat(Potential.exposure().of(state, 100)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.0000000000000002, Double.NaN})
  void shapingAsksForADiscountUpToOne(double gamma) {
    assertThatThrownBy(() -> new Shaping(gamma, Potential.growth()))
        .hasMessage("gamma must be in (0, 1], was " + gamma);
    assertThatCode(() -> new Shaping(1, Potential.growth())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, Double.NaN})
  void averagesAskForARateInsideTheUnitInterval(double eta) {
    assertThatThrownBy(() -> new DifferentialSharpe(eta)).hasMessageContaining("eta must be in");
    assertThatThrownBy(() -> new DifferentialDownside(eta)).hasMessageContaining("eta must be in");
    assertThatThrownBy(() -> new Cara(100 * eta)).hasMessageContaining("riskAversion must be in");
  }

  /** After losses of 10 and gains of 5 %, by Rockafellar and Uryasev's cost and its gradient. */
  @Test
  void valueAtRiskFollowsTheGradientOfItsCost() {
    double level = 0.75;
    double rate = 0.01;
    RewardFunction function = started(new Cvar(level, rate), 1);
    // A return of nothing is a loss of exactly what it takes for usual: it stays.
    assertThat(function.reward(Steps.of(1, 1))).isZero();
    assertThat(memory(function)).containsExactly(0);
    assertThat(function.reward(Steps.of(1, 0.9))).isCloseTo(0.1 / 0.25, within(ROUNDING));
    double nu = 0.03; // 0 - rate (1 - 4)
    assertThat(memory(function)[0]).isEqualTo((float) (10 * nu / (1 + 10 * nu)));
    assertThat(function.reward(Steps.of(1, 1.05))).isCloseTo(nu, within(ROUNDING));
    assertThat(memory(function)[0]).isCloseTo((float) (0.2 / 1.2), within(1e-7f));
  }

  /** Deviations at exactly the least that is judged, in the first step after the warm-up. */
  @Test
  void ratiosAreJudgedFromTheLeastDeviationOn() {
    int seen = DifferentialSharpe.WARM_UP;
    double step = 1e-8;
    RewardInput input = Steps.of(1, 1 + step);
    double r = input.simpleReturn();
    assertThat(new DifferentialSharpe.Function(0.01, 0, 1e-12, seen).reward(input))
        .isCloseTo(r / 1e-6, within(ROUNDING));
    assertThat(new DifferentialDownside.Function(0.01, 0, 1e-12, seen).reward(input))
        .isCloseTo(r / 1e-6, within(ROUNDING));
    for (int warming : new int[] {0, seen - 1}) {
      assertThat(new DifferentialSharpe.Function(0.01, 0, 1e-12, warming).reward(input)).isZero();
      assertThat(new DifferentialDownside.Function(0.01, 0, 1e-12, warming).reward(input)).isZero();
    }
    assertThat(new DifferentialSharpe.Function(0.01, 0, 0.9e-12, seen).reward(input)).isZero();
    assertThat(new DifferentialDownside.Function(0.01, 0, 0.9e-12, seen).reward(input)).isZero();
  }

  @Test
  void memoriesAreShownOneAfterTheOther() {
    Reward sharpe = new DifferentialSharpe(0.01);
    Reward cvar = new Cvar(0.75, 0.01);
    RewardFunction sum =
        started(Rewards.logReturn().plus(2, sharpe).minus(3, cvar).plus(Rewards.drawdown()), 100);
    RewardFunction[] parts = {
      started(Rewards.logReturn(), 100),
      started(sharpe, 100),
      started(cvar, 100),
      started(Rewards.drawdown(), 100)
    };
    for (double after : new double[] {90, 95, 80}) {
      RewardInput step = Steps.of(100, after);
      double[] each = new double[parts.length];
      for (int i = 0; i < parts.length; i++) {
        each[i] = parts[i].reward(step);
      }
      assertThat(sum.reward(step))
          .isCloseTo(each[0] + 2 * each[1] - 3 * each[2] + each[3], within(ROUNDING));
    }
    float[] shown = new float[2 + sum.memorySize()];
    sum.observe(shown, 2);
    float[] first = memory(parts[1]);
    assertThat(shown)
        .containsExactly(
            0, 0, first[0], first[1], first[2], memory(parts[2])[0], memory(parts[3])[0]);
    assertThat(memory(parts[3])[0]).isEqualTo(0.2f);
  }

  /** Returns of -10, -5 and -20 %: their mean over the root of their mean square, and that root, squashed. */
  @Test
  void whatIsShownOfTheRatioIsMeanOverRootAndRoot() {
    RewardFunction function = started(new DifferentialSharpe(0.01), 100);
    for (double after : new double[] {90, 95, 80}) {
      function.reward(Steps.of(100, after));
    }
    double mean = -0.35 / 3;
    double root = Math.sqrt((0.01 + 0.0025 + 0.04) / 3);
    float[] shown = memory(function);
    assertThat(shown[0]).isCloseTo((float) (mean / root), within(1e-6f));
    assertThat(shown[1]).isCloseTo((float) (10 * root / (1 + 10 * root)), within(1e-6f));
    assertThat(shown[2]).isEqualTo(0.3f);
  }

  private static float[] memory(RewardFunction function) {
    float[] out = new float[function.memorySize()];
    function.observe(out, 0);
    return out;
  }

  /** What counts as nothing left is a share of the equity that an episode begins with, after a restore too. */
  @Test
  void theFloorOfTheBenchmarkIsThatOfItsStart() throws IOException {
    RewardFunction function = started(Rewards.benchmark(), 1e6);
    double ruined = function.reward(Steps.of(1e6, 0));
    assertThat(ruined).isCloseTo(Math.log(1e-20), within(1e-9));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    function.save(new DataOutputStream(saved));
    RewardFunction other = started(Rewards.benchmark(), 1);
    other.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    assertThat(other.reward(Steps.of(1e6, 0))).isEqualTo(ruined);
  }

  /** One object goes on for two lanes in turns as two objects do: each lane has a row of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "logReturn",
        "profit",
        "benchmark",
        "differentialSharpe(eta=0.1)",
        "differentialDownside(eta=0.1)",
        "meanVariance",
        "cara",
        "turnover",
        "drawdown",
        "cvar(level=0.75, rate=0.01)",
        "growthShaping",
        "logReturn - 2 drawdown + differentialSharpe + cvar"
      })
  void lanesTakeTurnsInOneObject(String text) {
    Reward reward = Rewards.parse(text);
    RewardFunction shared = reward.create();
    LaneState state = shared.laneState().orElseThrow();
    int size = state.size();
    long[] rows = new long[2 * size + 2];
    Arrays.fill(rows, -1);
    RewardFunction[] alone = {reward.create(), reward.create()};
    double[] equity = {100, 3000};
    for (int lane = 0; lane < 2; lane++) {
      alone[lane].reset(equity[lane]);
      shared.reset(equity[lane]);
      state.store(rows, 1 + lane * size);
    }
    for (int t = 0; t < 30; t++) {
      int lane = t % 3 == 0 ? 0 : 1;
      double next = equity[lane] * (1 + 0.03 * Math.sin(1 + t));
      RewardInput step = Steps.of(equity[lane], next);
      step.traded = t;
      equity[lane] = next;
      state.load(rows, 1 + lane * size);
      assertThat(shared.reward(step)).as("step %d", t).isEqualTo(alone[lane].reward(step));
      assertThat(shared.shaping()).isEqualTo(alone[lane].shaping());
      assertThat(memory(shared)).isEqualTo(memory(alone[lane]));
      state.store(rows, 1 + lane * size);
    }
    // Ruin is judged by the equity that an episode began with.
    for (int lane = 0; lane < 2; lane++) {
      RewardInput ruin = Steps.of(equity[lane], 0);
      state.load(rows, 1 + lane * size);
      assertThat(shared.reward(ruin)).isEqualTo(alone[lane].reward(ruin));
    }
    assertThat(rows[0]).as("what stands before").isEqualTo(-1);
    assertThat(rows[rows.length - 1]).as("and behind").isEqualTo(-1);
  }

  @Test
  void sumsAreToldApartAndShownAsTheyAreWritten() {
    Reward twice = Rewards.logReturn().times(2);
    assertThat(twice.hashCode())
        .isEqualTo(Rewards.parse("2 logReturn").hashCode())
        .isNotEqualTo(Rewards.logReturn().times(3).hashCode());
    assertThat(Rewards.logReturn().times(0)).hasToString("0.0 logReturn");
    assertThat(Rewards.logReturn().times(-1)).hasToString("-logReturn");
  }

  @Test
  void rewardsOfOthersAreNamedInTexts() {
    RewardInput step = Steps.of(100, 110);
    double once = started(Rewards.logReturn(), 100).reward(step);
    assertThat(started(Rewards.parse("share"), 100).reward(step))
        .isCloseTo(once / 2, within(ROUNDING));
    assertThat(started(Rewards.parse("share(of=0.25)"), 100).reward(step))
        .isCloseTo(once / 4, within(ROUNDING));
    assertThatThrownBy(() -> Rewards.parse("shore")).hasMessageContaining("unknown reward");
  }
}
