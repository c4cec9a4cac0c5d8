package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.market.data.BidAsk;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.trading.TradingInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A share at 100 for good, bid 99.90 and asked 100.10. */
class StockQuotesTest {
  private static final int BARS = 300;

  private static double[] all(double price) {
    double[] prices = new double[BARS];
    Arrays.fill(prices, price);
    return prices;
  }

  private static Market market(boolean quoted) {
    long[] times = new long[BARS];
    Arrays.setAll(times, bar -> 1_577_998_800_000L + bar * 86_400_000L);
    double[] price = all(100);
    Series series =
        new Series(Equity.printed("X"), times, price, price, price, price, all(1_000_000));
    double[] bid = all(99.9);
    double[] ask = all(100.1);
    return ReplayMarket.of(
        List.of(
            quoted
                ? series.with(
                    new BidAsk(
                        new BidAsk.Side(bid, bid, bid, bid), new BidAsk.Side(ask, ask, ask, ask)))
                : series),
        252);
  }

  private static Environment environment(boolean quoted, double spread) {
    return Gym.make(
        StockEnvironment.ID,
        options ->
            options
                .set(StockOptions.MARKET, market(quoted))
                .set(StockOptions.CASH, 10_000.0)
                .set(StockOptions.SPREAD, spread)
                .set(StockOptions.COMMISSION, 0.0));
  }

  /** What is left of 10,000 after all of it was in the share once. */
  private static double thereAndBack(boolean quoted, double spread) {
    try (Environment env = environment(quoted, spread)) {
      env.reset(1);
      env.step(4);
      return env.step(0).info(TradingInfo.EQUITY);
    }
  }

  @Test
  void noHalfSpreadIsPaidTwice() {
    // 99 shares: there and back costs 20 cents each, whatever spread is assumed.
    assertThat(thereAndBack(true, 0)).isCloseTo(10_000 - 99 * 0.2, within(1e-6));
    assertThat(thereAndBack(true, 0.002)).isCloseTo(10_000 - 99 * 0.2, within(1e-6));
    assertThat(thereAndBack(false, 0.002)).isCloseTo(10_000 - 99 * 0.2, within(1e-6));
  }

  @Test
  void theEnvironmentSaysThatQuotesAreThoseOfTheData() {
    try (Environment env = environment(true, 0)) {
      assertThat(assumptions(env))
          .anyMatch(text -> text.startsWith("Bid and ask are those of the data"));
    }
    try (Environment env = environment(false, 0)) {
      assertThat(assumptions(env)).noneMatch(text -> text.startsWith("Bid and"));
    }
  }

  private static List<String> assumptions(Environment env) {
    return Objects.requireNonNull(env.spec().trading()).assumptions();
  }
}
