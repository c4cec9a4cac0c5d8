package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.Step;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.trading.TradingInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockEnvironmentTest {
  private static final double LOG_SUM = 1e-12;

  @ParameterizedTest
  @ValueSource(strings = {StockEnvironment.ID, PortfolioEnvironment.ID})
  void logRewardsSumToTheLogOfTheEquityRatio(String id) {
    try (Environment env = Gym.make(id)) {
      RandomStream random = RandomStreams.of(7).stream("actions");
      double first = env.reset(7).info(TradingInfo.EQUITY);
      double sum = 0;
      while (!env.ended()) {
        Step step = env.step(env.actionSpace().sample(random));
        assertThat(env.observationSpace().contains(step.observation())).isTrue();
        sum += step.reward();
      }
      assertThat(env.endReason()).isEqualTo(EndReason.TIME_LIMIT);
      assertThat(sum)
          .isCloseTo(Math.log(env.last().info(TradingInfo.EQUITY) / first), within(LOG_SUM));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {StockEnvironment.ID, PortfolioEnvironment.ID})
  void holdingCashEarnsNothing(String id) {
    try (Environment env = Gym.make(id)) {
      env.reset(1);
      float[] nothing = new float[env.actionSpace().size()];
      while (!env.ended()) {
        assertThat(env.step(nothing).reward()).isZero();
      }
      assertThat(env.last().info(TradingInfo.EQUITY)).isEqualTo(100_000);
    }
  }

  @Test
  void withoutLeverageCashIsNeverBorrowed() {
    try (Environment env = Gym.make(StockEnvironment.ID)) {
      RandomStream random = RandomStreams.of(3).stream("actions");
      for (long seed = 0; seed < 50; seed++) {
        env.reset(seed);
        while (!env.ended()) {
          assertThat(env.step(random.integer(5)).info(TradingInfo.CASH)).isNotNegative();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {StockEnvironment.ID, PortfolioEnvironment.ID})
  void aRestoredEnvironmentGoesOnWithTheSameBits(String id) throws IOException {
    try (Environment env = Gym.make(id);
        Environment copy = Gym.make(id)) {
      RandomStream random = RandomStreams.of(7).stream("actions");
      env.reset(11);
      for (int t = 0; t < 100; t++) {
        env.step(env.actionSpace().sample(random));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      env.save(new DataOutputStream(bytes));
      copy.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      while (!env.ended()) {
        float[] action = env.actionSpace().sample(random);
        Step expected = env.step(action);
        Step actual = copy.step(action);
        assertThat(actual.reward()).isEqualTo(expected.reward());
        assertThat(actual.observation()).isEqualTo(expected.observation());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {StockEnvironment.ID, PortfolioEnvironment.ID})
  void threadsDoNotChangeTheBits(String id) {
    var maker = Registry.global().maker(id, Options.NONE.set(StockOptions.EPISODE, 40));
    try (VectorEnvironment one = Gym.vector(maker, 7, 1, AutoReset.SAME_STEP);
        VectorEnvironment three = Gym.vector(maker, 7, 3, AutoReset.SAME_STEP)) {
      Batch expected = one.newBatch();
      Batch actual = three.newBatch();
      one.reset(5, expected);
      three.reset(5, actual);
      RandomStream random = RandomStreams.of(7).stream("actions");
      int size = one.actionSpace().size();
      float[] actions = new float[7 * size];
      for (int t = 0; t < 100; t++) {
        for (int lane = 0; lane < 7; lane++) {
          one.actionSpace().sample(random, actions, lane * size);
        }
        one.step(actions, expected);
        three.step(actions, actual);
        assertThat(actual.observations).isEqualTo(expected.observations);
        assertThat(actual.rewards).isEqualTo(expected.rewards);
        assertThat(actual.infos).isEqualTo(expected.infos);
      }
    }
  }

  @Test
  void whatIsCloserThanTheBandIsLeftAlone() {
    try (Environment env =
        Gym.make(
            StockEnvironment.ID,
            o -> o.set(StockOptions.ACTIONS, ActionMode.WEIGHT).set(StockOptions.BAND, 0.1))) {
      env.reset(1);
      assertThat(env.step(weight(0.09)).info(TradingInfo.TRADED)).as("from 0 to 0.09").isZero();
      assertThat(env.step(weight(0.5)).info(TradingInfo.TRADED)).isCloseTo(50_000, within(3_000.0));
      double held = env.last().info(TradingInfo.weight(0));
      assertThat(env.step(weight(held + 0.09)).info(TradingInfo.TRADED)).isZero();
      held = env.last().info(TradingInfo.weight(0));
      assertThat(env.step(weight(held + 0.12)).info(TradingInfo.TRADED))
          .as("beyond the band all of it is traded")
          .isCloseTo(12_000, within(2_000.0));
      held = env.last().info(TradingInfo.weight(0));
      env.step(weight(held - 0.55));
      assertThat(env.last().info(TradingInfo.weight(0))).isBetween(0.0, 0.09);
      assertThat(env.step(weight(0)).info(TradingInfo.TRADED))
          .as("flat is always reached")
          .isPositive();
      assertThat(env.last().info(TradingInfo.weight(0))).isZero();
    }
  }

  private static float[] weight(double weight) {
    return new float[] {(float) weight};
  }

  @Test
  void optionsAreSetFromText() {
    var known = Registry.global().get(StockEnvironment.ID).options();
    Options options =
        Options.NONE
            .set(known, "window", "32")
            .set(known, "actions", "trade")
            .set(known, "reward", "logReturn - 0.1 turnover");
    try (Environment env = Gym.make(StockEnvironment.ID, o -> options)) {
      assertThat(env.actionSpace().maskSize()).isEqualTo(3);
      env.reset(1);
      assertThat(env.last().mask()).containsExactly(false, true, true);
      assertThat(env.step(2).mask()).containsExactly(true, true, true);
    }
  }

  @Test
  void marketsAreSetByName() {
    var known = Registry.global().get(PortfolioEnvironment.ID).options();
    Options options = Options.NONE.set(known, "market", "noise:3");
    try (Environment env = Gym.make(PortfolioEnvironment.ID, o -> options)) {
      assertThat(env.actionSpace().size()).isEqualTo(3);
    }
    assertThatThrownBy(() -> Options.NONE.set(known, "market", "bull"))
        .hasMessageContaining("known: watchlist");
  }

  @Test
  void byDefaultTheWatchlistIsTraded() {
    try (Environment many = Gym.make(PortfolioEnvironment.ID);
        Environment one = Gym.make(StockEnvironment.ID)) {
      assertThat(many.actionSpace().size()).isEqualTo(10);
      one.reset(1);
      assertThat(one.last().info(TradingInfo.price(0))).isBetween(200.0, 800.0);
    }
  }

  @Test
  void impossibleOptionsAreNamed() {
    assertThatThrownBy(() -> Gym.make(StockEnvironment.ID, o -> o.set(StockOptions.LEVERAGE, 0.5)))
        .hasMessageContaining("leverage must be in [1, 10], was 0.5");
    assertThatThrownBy(() -> Gym.make(StockEnvironment.ID, o -> o.set(StockOptions.LEVELS, 1)))
        .hasMessageContaining("levels must be in 2 .. 1001, was 1");
    assertThatThrownBy(() -> Gym.make(PortfolioEnvironment.ID, o -> o.set(StockOptions.LEVELS, 3)))
        .hasMessageContaining("Portfolio-v1 has no option \"levels\"");
  }
}
