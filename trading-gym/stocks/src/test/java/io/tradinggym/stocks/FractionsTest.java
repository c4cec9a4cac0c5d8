package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.FractionalShares;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.testkit.TestMarket;
import io.tradinggym.trading.TradingInfo;
import org.junit.jupiter.api.Test;

/** Shares at 100 dollars, traded in hundredths. */
class FractionsTest {
  private static final int BARS = 400;

  private static double invested(int fractions) {
    try (Environment env =
        Gym.make(
            StockEnvironment.ID,
            options ->
                options
                    .set(StockOptions.MARKET, TestMarket.constant(1, BARS))
                    .set(StockOptions.CASH, 50.0)
                    .set(StockOptions.FRACTIONS, fractions))) {
      env.reset(1);
      Step step = env.step(4);
      return step.info(TradingInfo.GROSS);
    }
  }

  @Test
  void lessThanAShareIsBoughtInFractions() {
    assertThat(invested(1)).isZero();
    assertThat(invested(100)).isCloseTo(49, within(1.0));
  }

  @Test
  void pricesStayAndVolumesAreCountedInLots() {
    Market whole = TestMarket.constant(1, BARS);
    Market market = FractionalShares.of(whole, 100);
    Bars bars = market.tape().bars();
    Bars before = whole.tape().bars();
    assertThat(bars.close(0, 7)).isEqualTo(before.close(0, 7));
    assertThat(bars.volume(0, 7)).isEqualTo(100 * before.volume(0, 7));
    assertThat(((Equity) market.instruments().getFirst()).lotsPerShare()).isEqualTo(100);
    assertThat(FractionalShares.of(whole, 1)).isSameAs(whole);
  }

  @Test
  void fractionsThatDoNotDivideTheTickAreRefusedByName() {
    Market whole = TestMarket.constant(1, BARS);
    assertThatThrownBy(() -> FractionalShares.of(whole, 3))
        .hasMessage("fractions must divide the tick of TEST0, 1000000 money units, was 3");
    assertThatThrownBy(() -> FractionalShares.of(whole, 0))
        .hasMessage("fractions must be >= 1 lots in a share, was 0");
  }
}
