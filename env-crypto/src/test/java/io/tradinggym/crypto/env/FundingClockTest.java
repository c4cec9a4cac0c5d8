package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.crypto.market.Coin;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stamps at 8, 16, 24 ... hours of 10, 20, 30 ... basis points; bar i closes after i + 1 hours. */
class FundingClockTest {
  private static final int SPOT = 0;
  private static final int PERPETUAL = 1;
  private static final double EXACT = 1e-12;

  private final ReplayMarket market = market();
  private final Bars bars = market.data();
  private final FundingClock clock = new FundingClock(bars, market.instruments());

  private static ReplayMarket market() {
    Series plain = Hours.of(Coin.BTC.perpetual(), i -> Hours.PRICE);
    long[] rates = new long[Hours.COUNT];
    for (int bar = 7; bar < Hours.COUNT; bar += 8) {
      rates[bar] = 100_000L * (bar + 1) / 8;
    }
    double[] price = plain.close();
    Series perpetual = plain.with(new MarkAndFunding(price, price, price, rates, 8 * Hours.HOUR));
    return ReplayMarket.of(List.of(Hours.spot(i -> Hours.PRICE), perpetual), 365 * 24);
  }

  private double left(int bar) {
    return clock.left(PERPETUAL, bars.closeTime(bar));
  }

  @Test
  void aClockThatIsSetKnowsTheLastStampAndTheTimeToTheNext() {
    clock.reset(9);
    assertThat(clock.rate(PERPETUAL)).as("of the eighth hour").isCloseTo(10, within(EXACT));
    assertThat(left(9)).as("six of eight hours").isEqualTo(0.75);
    assertThat(clock.rate(SPOT)).isZero();
    assertThat(clock.left(SPOT, bars.closeTime(9))).isZero();
    clock.reset(15);
    assertThat(clock.rate(PERPETUAL)).as("of this very bar").isCloseTo(20, within(EXACT));
    assertThat(left(15)).isEqualTo(1);
    clock.reset(4);
    assertThat(clock.rate(PERPETUAL)).as("none yet").isZero();
    assertThat(left(4)).isEqualTo(0.375);
  }

  @Test
  void itGoesOnFromStampToStamp() {
    clock.reset(4);
    for (int bar = 5; bar < Hours.COUNT; bar++) {
      boolean passed = (bar + 1) % 8 == 0;
      assertThat(clock.advance(bar)).as("bar %d", bar).isEqualTo(passed);
      if (passed) {
        assertThat(clock.stamped(PERPETUAL)).isTrue();
        assertThat(clock.stamped(SPOT)).isFalse();
      }
      int stamps = (bar + 1) / 8;
      assertThat(clock.rate(PERPETUAL)).isCloseTo(10.0 * stamps, within(EXACT));
      assertThat(left(bar)).isEqualTo((8 * (stamps + 1) - (bar + 1)) / 8.0);
    }
  }

  @Test
  void aStoredClockGoesOnAsItWas() {
    clock.reset(9);
    long[] row = new long[clock.stateSize() + 2];
    clock.store(row, 1);
    FundingClock other = new FundingClock(bars, market.instruments());
    other.reset(30);
    other.load(row, 1);
    assertThat(other.rate(PERPETUAL)).isCloseTo(10, within(EXACT));
    for (int bar = 10; bar < 20; bar++) {
      assertThat(other.advance(bar)).isEqualTo(clock.advance(bar));
      assertThat(other.rate(PERPETUAL)).isEqualTo(clock.rate(PERPETUAL));
      assertThat(other.left(PERPETUAL, bars.closeTime(bar))).isEqualTo(left(bar));
    }
  }
}
