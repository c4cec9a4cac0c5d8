package io.tradinggym.crypto.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.process.StylisedFacts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn markets: what their marks and funding follow from, and what their returns have in common with real ones. */
class SimulatedCryptoTest {
  private static final long HOUR = 3_600_000L;
  private static final int SPOT = 0;
  private static final int PERPETUAL = 1;
  private static final double RATE = 1e-8;
  private static final int LONG = 20_000;

  private static Bars drawn(String name, Shown shown, int bars) {
    Market market = CryptoMarkets.named(name, shown).forEpisodes(10, bars);
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(11).stream("path"));
    return tape.bars();
  }

  /** By the definition: P + clamp(0.01 % - P, +-0.05 %), P the interval's premiums, the i-th weighted by i. */
  private static double rate(Bars bars, int stamp) {
    double weighted = 0;
    double weights = 0;
    for (int i = 1; i <= 8; i++) {
      int bar = stamp - 8 + i;
      double premium = (double) bars.close(PERPETUAL, bar) / bars.close(SPOT, bar) - 1;
      weighted += i * premium;
      weights += i;
    }
    double p = weighted / weights;
    return p + Math.clamp(1e-4 - p, -5e-4, 5e-4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"btc", "carry:15", "noise:1"})
  void fundingFollowsThePremium(String name) {
    Bars bars = drawn(name, Shown.BOTH, 2_000);
    int stamps = 0;
    for (int bar = 8; bar < bars.length(); bar++) {
      if (bars.closeTime(bar) % (8 * HOUR) == 0) {
        assertThat(bars.funding(PERPETUAL, bar) * RATE)
            .as("bar %d", bar)
            .isCloseTo(rate(bars, bar), within(RATE));
        stamps++;
      } else {
        assertThat(bars.funding(PERPETUAL, bar)).isZero();
      }
      assertThat(bars.funding(SPOT, bar)).isZero();
    }
    assertThat(stamps).isBetween(240, 260);
  }

  @Test
  void aRichPremiumPaysItsExcess() {
    Bars bars = drawn("carry:15", Shown.BOTH, LONG);
    double paid = IntStream.range(0, bars.length()).mapToLong(i -> bars.funding(1, i)).sum() * RATE;
    assertThat(paid / (bars.length() / 8.0))
        .as("15 basis points less 5")
        .isCloseTo(10e-4, within(2e-4));
  }

  /** Among the index with funding to come, the index with the basis, and the last price, the one in the middle. */
  @Test
  void theMarkLiesBetweenIndexAndLastPrice() {
    Bars bars = drawn("btc", Shown.BOTH, 2_000);
    double apart = 0;
    for (int bar = 8; bar < bars.length(); bar++) {
      double index = bars.close(SPOT, bar);
      double last = bars.close(PERPETUAL, bar);
      double mark = bars.mark(PERPETUAL, bar);
      double before = (double) bars.close(PERPETUAL, bar - 1) / bars.close(SPOT, bar - 1) - 1;
      double basis = index * (1 + (before + last / index - 1) / 2);
      double funded = index * (1 + 0.02);
      assertThat(mark)
          .isBetween(
              Math.min(last, Math.min(basis, index)) - 1,
              Math.max(last, Math.max(basis, funded)) + 1);
      assertThat(bars.markLow(PERPETUAL, bar)).isLessThanOrEqualTo((long) mark);
      assertThat(bars.markHigh(PERPETUAL, bar)).isGreaterThanOrEqualTo((long) mark);
      apart += Math.abs(mark / last - 1);
      assertThat(bars.mark(SPOT, bar)).as("spot is its own mark").isEqualTo(bars.close(SPOT, bar));
    }
    assertThat(apart / bars.length()).as("it is not the last price").isBetween(1e-6, 1e-3);
  }

  private static double[] returns(Bars bars) {
    return IntStream.range(1, bars.length())
        .mapToDouble(i -> Math.log((double) bars.close(0, i) / bars.close(0, i - 1)))
        .toArray();
  }

  private static double[] volumes(Bars bars) {
    return IntStream.range(1, bars.length()).mapToDouble(i -> bars.volume(0, i)).toArray();
  }

  private static double[] logs(double[] x) {
    return IntStream.range(0, x.length).mapToDouble(i -> Math.log(x[i])).toArray();
  }

  @Test
  void hoursOfBtcClusterAndJump() {
    Bars bars = drawn("btc", Shown.PERPETUALS, LONG);
    double[] returns = returns(bars);
    double[] sizes = StylisedFacts.absolute(returns);
    assertThat(StylisedFacts.kurtosis(returns)).isGreaterThan(6);
    assertThat(StylisedFacts.autocorrelation(sizes, 1)).isGreaterThan(0.1);
    assertThat(StylisedFacts.autocorrelation(sizes, 48)).as("regimes last").isGreaterThan(0.02);
    assertThat(Math.abs(StylisedFacts.autocorrelation(returns, 1)))
        .as("no memory beyond what fat tails feign")
        .isLessThan(0.06);
    assertThat(StylisedFacts.volumeVolatility(returns, volumes(bars))).isGreaterThan(0.1);
    assertThat(StylisedFacts.autocorrelation(logs(volumes(bars)), 6)).isGreaterThan(0.2);
  }

  @Test
  void noiseHasNoneOfThat() {
    double[] returns = returns(drawn("noise:1", Shown.PERPETUALS, LONG));
    assertThat(StylisedFacts.kurtosis(returns)).isCloseTo(3, within(0.2));
    assertThat(StylisedFacts.autocorrelation(StylisedFacts.absolute(returns), 1))
        .isCloseTo(0, within(0.03));
  }

  @Test
  void oneSeedIsOnePathAndAnotherAnother() {
    Market market = CryptoMarkets.named("coins:3", Shown.PERPETUALS);
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(1).stream("path"));
    long first = tape.bars().close(2, 50);
    tape.next(RandomStreams.of(2).stream("path"));
    assertThat(tape.bars().close(2, 50)).isNotEqualTo(first);
    tape.next(RandomStreams.of(1).stream("path"));
    assertThat(tape.bars().close(2, 50)).isEqualTo(first);
  }

  @Test
  void aYearHas365Days() {
    assertThat(CryptoMarkets.named("btc", Shown.SPOT).barsPerYear()).isEqualTo(8_760);
    assertThat(TwoVenues.usual().barsPerYear()).isEqualTo(525_600);
  }

  @Test
  void marketsThatAreNotThereAreNamed() {
    assertThatThrownBy(() -> CryptoMarkets.named("doge", Shown.SPOT))
        .hasMessage("unknown market \"doge\"; known: btc, coins:N, noise:N, unfunded:N, carry:B");
    assertThatThrownBy(() -> CryptoMarkets.named("coins:21", Shown.SPOT))
        .hasMessageContaining("1 .. 20");
    assertThatThrownBy(() -> CryptoMarkets.named("carry:much", Shown.BOTH))
        .hasMessageContaining("\"much\"");
  }
}
