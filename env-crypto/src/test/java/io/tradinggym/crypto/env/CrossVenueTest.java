package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.trading.TradingInfo;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** CrossVenue-v1 on bars whose every number is known: inventories, what is under way, and what arrives when. */
class CrossVenueTest {
  private static final int COINS_TO_B = 3;
  private static final int COINS_TO_A = 4;
  private static final int CASH_TO_B = 5;
  private static final int BUY_A = 1;
  private static final int BUY_B = 2;
  private static final int NOTHING = 0;
  private static final int ACTIONS = 7;
  private static final int DELAY = 4;
  private static final double CAPITAL = 100_000;

  /** A tenth of the capital: 0.2 coins. */
  private static final double CLIP = 0.2;

  private static final double EXACT = 1e-6;

  private static Environment make(double premium, double fee, double transferFee) {
    Options options =
        Hours.options(
                CrossVenueEnvironment.MARKET,
                Hours.market(
                    Hours.spot(i -> Hours.PRICE),
                    Hours.elsewhere(i -> Hours.PRICE * (1 + premium))))
            .set(CrossVenueEnvironment.CLIP, 0.1)
            .set(CrossVenueEnvironment.FEE, fee)
            .set(CrossVenueEnvironment.DELAY, DELAY)
            .set(CrossVenueEnvironment.TRANSFER_FEE, transferFee);
    return Gym.make(CrossVenueEnvironment.ID, all -> options);
  }

  private static double coins(Environment env, int venue) {
    return env.last().info(TradingInfo.position(venue));
  }

  @Test
  void coinsUnderWayAreNowhereUntilTheyArrive() {
    try (Environment env = make(0, 0, 0.01)) {
      env.reset(1);
      assertThat(coins(env, 0)).isEqualTo(0.5);
      env.step(COINS_TO_B);
      double lost = 0.01 * CLIP * Hours.PRICE;
      for (int bar = 1; bar < DELAY; bar++) {
        assertThat(coins(env, 0)).as("bar %d", bar).isEqualTo(0.5 - CLIP);
        assertThat(coins(env, 1)).as("bar %d", bar).isEqualTo(0.5);
        assertThat(env.last().info(TradingInfo.EQUITY))
            .as("what is under way is still owned, less the fee")
            .isCloseTo(CAPITAL - lost, within(EXACT));
        env.step(NOTHING);
      }
      assertThat(coins(env, 1)).isCloseTo(0.5 + 0.99 * CLIP, within(EXACT));
      assertThat(env.last().info(TradingInfo.EQUITY)).isCloseTo(CAPITAL - lost, within(EXACT));
    }
  }

  /** One clip goes to B and, a bar later, one to A: each arrives where it was sent. */
  @Test
  void whatIsSentBothWaysArrivesOnBothSides() {
    try (Environment env = make(0, 0, 0)) {
      env.reset(1);
      env.step(COINS_TO_B);
      env.step(COINS_TO_A);
      double[] onA = {0.5 - CLIP, 0.5 - CLIP, 0.5 - CLIP, 0.5};
      double[] onB = {0.5 - CLIP, 0.5 - CLIP, 0.5, 0.5};
      for (int i = 0; i < 4; i++) {
        assertThat(coins(env, 0)).as("bar %d", i + 2).isCloseTo(onA[i], within(EXACT));
        assertThat(coins(env, 1)).as("bar %d", i + 2).isCloseTo(onB[i], within(EXACT));
        env.step(NOTHING);
      }
    }
  }

  @Test
  void cashUnderWayCannotBeSpent() {
    try (Environment env = make(0, 0, 0)) {
      env.reset(1);
      // 25,000 on A: two clips of 10,000 leave less than a third one costs.
      env.step(CASH_TO_B);
      env.step(CASH_TO_B);
      assertThat(env.last().mask()[CASH_TO_B]).isFalse();
      assertThat(env.last().mask()[BUY_A]).as("no cash on A").isFalse();
      assertThat(env.last().mask()[BUY_B]).as("A sells for cash").isTrue();
      assertThat(env.last().info(TradingInfo.CASH)).isCloseTo(30_000, within(EXACT));
      env.step(NOTHING);
      env.step(NOTHING);
      assertThat(env.last().info(TradingInfo.CASH))
          .as("the first is there")
          .isCloseTo(40_000, within(EXACT));
      env.step(NOTHING);
      assertThat(env.last().info(TradingInfo.CASH)).isCloseTo(50_000, within(EXACT));
    }
  }

  @Test
  void inventoriesThatAreEmptyAreMasked() {
    try (Environment env = make(0, 0, 0)) {
      env.reset(1);
      env.step(COINS_TO_A);
      env.step(COINS_TO_A);
      assertThat(env.last().mask()[COINS_TO_A]).as("0.1 coins are left on B").isFalse();
      assertThat(env.last().mask()[BUY_A]).as("B has no clip to sell").isFalse();
      assertThat(env.last().mask()[COINS_TO_B]).isTrue();
      assertThat(env.last().mask()[NOTHING]).isTrue();
    }
  }

  @Test
  void aClipBoughtOnAAndSoldOnBEarnsTheDistanceLessBothFees() {
    double premium = 0.01;
    double fee = 0.001;
    try (Environment env = make(premium, fee, 0)) {
      double before = env.reset(1).info(TradingInfo.EQUITY);
      env.step(BUY_A);
      double clip = CLIP * Hours.PRICE;
      double paid = fee * clip + fee * clip * (1 + premium);
      assertThat(env.last().info(TradingInfo.FEES)).isCloseTo(paid, within(EXACT));
      assertThat(env.last().info(TradingInfo.EQUITY))
          .as("the coins themselves are worth less on A")
          .isCloseTo(before - paid, within(EXACT));
      assertThat(env.last().info(TradingInfo.CASH))
          .isCloseTo(CAPITAL / 2 + 5 + clip * premium - paid, within(20.0));
      assertThat(coins(env, 0)).isCloseTo(0.5 + CLIP, within(EXACT));
    }
  }

  /** At one constant price nothing is earned, and nothing is lost but fees, whatever is bought, sold and sent. */
  @Property(tries = 200)
  void nothingAppearsOrDisappears(@ForAll long seed) {
    try (Environment env = make(0, 0.0005, 0.001)) {
      RandomStream random = RandomStreams.of(seed).stream("policy");
      double left = env.reset(seed).info(TradingInfo.EQUITY);
      while (!env.ended()) {
        env.step(random.integer(ACTIONS));
        left -= env.last().info(TradingInfo.FEES);
        assertThat(env.last().info(TradingInfo.EQUITY)).isCloseTo(left, within(EXACT));
        assertThat(env.last().info(TradingInfo.CASH)).isNotNegative();
        assertThat(coins(env, 0)).isNotNegative();
        assertThat(coins(env, 1)).isNotNegative();
      }
    }
  }
}
