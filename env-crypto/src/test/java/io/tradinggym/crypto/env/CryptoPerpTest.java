package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.crypto.market.Coin;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.Features;
import io.tradinggym.trading.TradingInfo;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Funding, fees and liquidation of CryptoPerp-v1 on bars whose every number is known. */
class CryptoPerpTest {
  private static final long HOUR = 3_600_000L;
  private static final int BARS = 40;
  private static final double PRICE = 50_000;
  private static final int WICK = 5;
  private static final double CENT = 0.01;
  private static final double RATE = 0.001;

  private static Market hours(IntToDoubleFunction low) {
    return hours(low, i -> PRICE);
  }

  /** Bars that end at the price; funding at every eighth. */
  private static Market hours(IntToDoubleFunction low, IntToDoubleFunction open) {
    return hours(low, open, RATE);
  }

  private static Market hours(IntToDoubleFunction low, IntToDoubleFunction open, double rate) {
    double[] flat = new double[BARS];
    Arrays.fill(flat, PRICE);
    double[] opens = IntStream.range(0, BARS).mapToDouble(open).toArray();
    double[] lows = IntStream.range(0, BARS).mapToDouble(low).toArray();
    double[] volume = new double[BARS];
    Arrays.fill(volume, 1e6);
    long[] times = IntStream.range(0, BARS).mapToLong(i -> (i + 1) * HOUR).toArray();
    long[] funding =
        IntStream.range(0, BARS)
            .mapToLong(i -> (i + 1) % 8 == 0 ? Math.round(rate * 1e8) : 0)
            .toArray();
    Series bars = new Series(Coin.BTC.perpetual(), times, opens, flat, lows, flat, volume);
    return ReplayMarket.of(
        List.of(bars.with(new MarkAndFunding(flat, lows, flat, funding, 8 * HOUR))), 365 * 24);
  }

  private static Environment make(Market market, double leverage, double fee) {
    Options options = options(market, leverage, fee);
    return Gym.make(CryptoPerpEnvironment.ID, all -> options);
  }

  private static Options options(Market market, double leverage, double fee) {
    return Options.NONE
        .set(CryptoOptions.PERPETUALS, market)
        .set(CryptoOptions.FEATURES, FeatureSet.of(Features.logReturn(1)))
        .set(CryptoOptions.EPISODE, 0)
        .set(CryptoOptions.RANDOM_START, false)
        .set(CryptoOptions.SPREAD, 0.0)
        .set(CryptoOptions.TAKER, fee)
        .set(CryptoOptions.LEVERAGE, leverage)
        .set(CryptoOptions.LEVELS, 3);
  }

  /** Equity at the end, long in the bars that say so. */
  private static double play(Market market, double fee, IntPredicate isLong) {
    try (Environment env = make(market, 1, fee)) {
      env.reset(1);
      double equity = 100_000;
      // The first decision is at the close of bar 1; it is filled in bar 2.
      for (int bar = 2; !env.ended(); bar++) {
        env.step(isLong.test(bar) ? 2 : 1);
        equity = env.last().info(TradingInfo.EQUITY);
      }
      return equity;
    }
  }

  @Test
  void fundingIsPaidAtStampsOnWhatIsOpenThen() {
    double equity = play(hours(i -> PRICE), 0, bar -> true);
    assertThat(equity).isCloseTo(100_000 * (1 - 5 * RATE), within(CENT * 10));
  }

  @Test
  void flatOneBarBeforeTheStampPaysNoFundingButFeesTwice() {
    double fee = 0.0005;
    // Bars 7, 15, 23, 31 and 39 end at stamps.
    double equity = play(hours(i -> PRICE), fee, bar -> bar % 8 != 7);
    double trades = 2 * 5;
    assertThat(100_000 - equity).isCloseTo(100_000 * trades * fee, within(60.0));
    double without = play(hours(i -> PRICE), 0, bar -> bar % 8 != 7);
    assertThat(without).isCloseTo(100_000, within(CENT));
  }

  @Property(tries = 200)
  void noPolicyProfitsFromConstantPrices(
      @ForAll long seed, @ForAll MarginMode mode, @ForAll @IntRange(max = 10) int basisPoints) {
    Options options =
        options(hours(i -> PRICE, i -> PRICE, 0), 20, basisPoints / 1e4)
            .set(CryptoOptions.MARGIN, mode)
            .set(CryptoOptions.LEVELS, 21);
    RandomStream random = RandomStreams.of(seed).stream("policy");
    try (Environment env = Gym.make(CryptoPerpEnvironment.ID, all -> options)) {
      env.reset(seed);
      double left = 100_000;
      while (!env.ended()) {
        env.step(random.integer(21));
        left -= env.last().info(TradingInfo.FEES);
        assertThat(env.last().info(TradingInfo.EQUITY)).isCloseTo(left, within(CENT));
        assertThat(env.last().info(TradingInfo.FEES)).isNotNegative();
      }
    }
  }

  @Test
  void aWickOfTheMarkLiquidatesBeforeTheObservation() {
    try (Environment env = make(hours(i -> i == WICK ? 40_000 : PRICE), 10, 0)) {
      env.reset(1);
      while (!env.ended()) {
        env.step(2);
      }
      assertThat(env.endReason()).isEqualTo(EndReason.MARGIN_CALL);
      // The fee of 1.25 % takes the 0.65 % less 950 that are left of 1,000,000.
      assertThat(env.last().info(TradingInfo.EQUITY)).isCloseTo(0, within(CENT));
      assertThat(env.last().info(TradingInfo.position(0))).isZero();
    }
  }

  /**
   * Long 1 at 50,000 with 2,500: due at 47,500 / (1 - 0.4 %) = 47,690.76, bankrupt at 47,500. Whether the mark walks
   * there, or opens at 47,600 or at 47,300, the position's own money is lost and no more.
   */
  @ParameterizedTest
  @CsvSource({"50_000, 47_600", "47_600, 47_600", "47_300, 47_300", "30_000, 20_000"})
  void anIsolatedPositionLosesItsMargin(double open, double low) {
    Market market = hours(i -> i == WICK ? low : PRICE, i -> i == WICK ? open : PRICE);
    Options options =
        options(market, 20, 0)
            .set(CryptoOptions.MARGIN, MarginMode.ISOLATED)
            .set(CryptoOptions.ACTIONS, ActionMode.WEIGHT);
    try (Environment env = Gym.make(CryptoPerpEnvironment.ID, all -> options)) {
      env.reset(1);
      while (!env.ended()) {
        env.step(new float[] {0.5f / 20});
        if (!env.ended()) {
          assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(1);
        }
      }
      assertThat(env.endReason()).isEqualTo(EndReason.MARGIN_CALL);
      assertThat(env.last().info(TradingInfo.EQUITY)).isCloseTo(97_500, within(CENT));
      assertThat(env.last().info(TradingInfo.CASH)).isCloseTo(97_500, within(CENT));
      assertThat(env.last().info(TradingInfo.position(0))).isZero();
    }
  }

  @Test
  void aMarkOneTickAboveTheLiquidationPriceLeavesThePosition() {
    Market market = hours(i -> i == WICK ? 47_690.8 : PRICE);
    Options options =
        options(market, 20, 0)
            .set(CryptoOptions.MARGIN, MarginMode.ISOLATED)
            .set(CryptoOptions.ACTIONS, ActionMode.WEIGHT);
    try (Environment env = Gym.make(CryptoPerpEnvironment.ID, all -> options)) {
      env.reset(1);
      for (int step = 0; step <= WICK; step++) {
        env.step(new float[] {0.5f / 20});
      }
      assertThat(env.ended()).isFalse();
      assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(1);
    }
  }

  /** 800 coins, worth 40,000,000, need 668,550; the lower tier that is left needs less than what the fee leaves. */
  @Test
  void aLargePositionIsReducedByTiersAndLivesOn() {
    Market market = hours(i -> i == WICK ? 45_700 : PRICE);
    Options options = options(market, 10, 0).set(CryptoOptions.CASH, 4_000_000.0);
    try (Environment env = Gym.make(CryptoPerpEnvironment.ID, all -> options)) {
      env.reset(1);
      int steps = 0;
      while (env.last().info(TradingInfo.FEES) == 0) {
        env.step(2);
        steps++;
      }
      assertThat(steps).isLessThan(WICK);
      assertThat(env.ended()).isFalse();
      assertThat(env.last().info(TradingInfo.position(0))).isBetween(100.0, 300.0);
    }
  }

  @Test
  void leverageThatTheTierDoesNotLendIsMasked() {
    Options options = options(hours(i -> PRICE), 125, 0).set(CryptoOptions.LEVELS, 11);
    try (Environment env = Gym.make(CryptoPerpEnvironment.ID, all -> options)) {
      boolean[] allowed = env.reset(1).mask();
      // -125, -100, ... 125 times 100,000: 12,500,000 are lent at 25, 5,000,000 to 12,000,000 at
      // 50.
      // at 75.
      assertThat(allowed)
          .containsExactly(false, false, false, true, true, true, true, true, false, false, false);
    }
  }

  @Test
  void theSameWickPassesWhoHasLittleLeverage() {
    double equity = play(hours(i -> i == WICK ? 40_000 : PRICE), 0, bar -> bar < 7);
    assertThat(equity).isCloseTo(100_000, within(CENT));
  }
}
