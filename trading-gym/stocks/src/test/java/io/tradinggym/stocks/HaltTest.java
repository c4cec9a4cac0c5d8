package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Step;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.Features;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.SpotPair;
import io.tradinggym.trading.Projection;
import io.tradinggym.trading.TradingInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bar without a trade may be a halt, a closed market, or the end of an asset: only the last ends a position. */
class HaltTest {
  private static final long DAY = 86_400_000L;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final long START = FIRST.toEpochDay() * DAY + 21 * 3_600_000L;
  private static final int BARS = 18;

  private static Series flat(Instrument instrument, int bars, IntPredicate trades) {
    return series(instrument, bars, trades, 0);
  }

  private static Series series(Instrument what, int bars, IntPredicate trades, double slope) {
    int[] rows = IntStream.range(0, bars).filter(trades).toArray();
    double[] open = IntStream.of(rows).mapToDouble(i -> 100 + slope * (i - 0.5)).toArray();
    double[] close = IntStream.of(rows).mapToDouble(i -> 100 + slope * i).toArray();
    return new Series(
        what,
        IntStream.of(rows).mapToLong(i -> START + i * DAY).toArray(),
        open,
        IntStream.range(0, rows.length).mapToDouble(i -> Math.max(open[i], close[i])).toArray(),
        IntStream.range(0, rows.length).mapToDouble(i -> Math.min(open[i], close[i])).toArray(),
        close,
        IntStream.of(rows).mapToDouble(i -> 1e7).toArray());
  }

  private static Series share(String symbol, int bars, IntPredicate trades, double slope) {
    return series(Equity.adjusted(symbol), bars, trades, slope);
  }

  private static Options options(Market market) {
    return Options.NONE
        .set(StockOptions.MARKET, market)
        .set(StockOptions.FEATURES, FeatureSet.of(Features.logReturn(1)))
        .set(StockOptions.EPISODE, 0)
        .set(StockOptions.RANDOM_START, false)
        .set(StockOptions.COMMISSION, 0.01)
        .set(StockOptions.SPREAD, 0.0);
  }

  /** Asks for all of the second asset all the time; how many units are held after each step, then fees and equity. */
  private static List<Double> holdSecond(Options options, float... action) {
    List<Double> said = new ArrayList<>();
    try (Environment env = Gym.make(PortfolioEnvironment.ID, o -> options)) {
      Step step = env.reset(1);
      double fees = 0;
      while (!env.ended()) {
        step = env.step(action);
        fees += step.info(TradingInfo.FEES);
        said.add(step.info(TradingInfo.position(1)));
      }
      assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
      said.add(fees);
      said.add(step.info(TradingInfo.EQUITY));
    }
    return said;
  }

  /** Case H: an asset that missed a bar was sold on the next one and bought back, for 3,084 in fees in place of 990. */
  @Test
  void aPositionStandsThroughAHalt() {
    Set<Integer> one = Set.of(8);
    Set<Integer> some = Set.of(5, 6, 12, 13);
    for (Set<Integer> missing : List.of(Set.<Integer>of(), one, some)) {
      ReplayMarket market =
          ReplayMarket.of(
              List.of(
                  share("A", BARS, bar -> true, 0),
                  share("B", BARS, bar -> !missing.contains(bar), 1)),
              252);
      List<Double> said = holdSecond(options(market), 0, 1);
      double bought = said.getFirst();
      assertThat(bought).isPositive();
      assertThat(said.subList(0, said.size() - 2)).as("missing %s", missing).containsOnly(bought);
      assertThat(said.get(said.size() - 2)).isCloseTo(990, within(1.0));
    }
  }

  @Test
  void softmaxLeavesAHaltedAssetAloneToo() {
    ReplayMarket market =
        ReplayMarket.of(
            List.of(share("A", BARS, bar -> true, 0), share("B", BARS, bar -> bar != 8, 0)), 252);
    List<Double> said =
        holdSecond(
            options(market).set(StockOptions.PROJECTION, Projection.SOFTMAX), -1, 0.5f, -0.5f);
    double bought = said.getFirst();
    // What commissions take of equity is a share or two; a sale over the halt would be all of them.
    assertThat(said.subList(0, said.size() - 2)).allMatch(held -> Math.abs(held - bought) <= 20);
    assertThat(bought).isGreaterThan(900);
  }

  /** Coins trade at weekends: a share beside one was sold on Monday, every week. */
  @Test
  void aShareBesideACoinIsNotSoldOnMonday() {
    SpotPair coin = new SpotPair("BTCUSD", new Currency("BTC"), Currency.USD, 1_000_000, 100_000);
    ReplayMarket market =
        ReplayMarket.of(
            List.of(
                flat(coin, BARS, bar -> true), flat(Equity.adjusted("S"), BARS, HaltTest::open)),
            365.25);
    List<Double> said = holdSecond(options(market), 0, 1);
    double bought = said.getFirst();
    assertThat(bought).isPositive();
    assertThat(said.subList(0, said.size() - 2)).containsOnly(bought);
  }

  private static boolean open(int bar) {
    DayOfWeek day = FIRST.plusDays(bar).getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }

  /** Four sessions missed at the end of the data are a halt, for all that is known; five are a departure. */
  @ParameterizedTest
  @EnumSource(Departure.class)
  void onlyWhatStaysAwayHasLeft(Departure how) {
    int bars = 40;
    int sessions = (int) IntStream.range(0, bars).filter(HaltTest::open).count();
    int last = how == Departure.HALTED ? sessions - 4 : sessions - 5;
    int[] counted = new int[bars];
    for (int bar = 1; bar < bars; bar++) {
      counted[bar] = counted[bar - 1] + (open(bar - 1) ? 1 : 0);
    }
    ReplayMarket market =
        ReplayMarket.of(
            List.of(
                share("A", bars, HaltTest::open, 0),
                share("B", bars, bar -> open(bar) && counted[bar] < last, 0)),
            252);
    List<Double> said = holdSecond(options(market), 0, 1);
    assertThat(said.get(said.size() - 3) == 0).isEqualTo(how == Departure.GONE);
  }

  enum Departure {
    HALTED,
    GONE
  }

  /** An asset that is halted where a range ends, and trades later, is not paid out in the range. */
  @Test
  void theEndOfARangeIsNoDeparture() {
    int bars = 60;
    ReplayMarket whole =
        ReplayMarket.of(
            List.of(
                share("A", bars, bar -> true, 0),
                share("B", bars, bar -> bar < 20 || bar >= 40, 0)),
            252);
    List<Double> said = holdSecond(options(whole.between(0, 39, 0)), 0, 1);
    assertThat(said.get(said.size() - 3)).isEqualTo(said.getFirst()).isPositive();
  }

  @Test
  void aRangeKnowsOfADepartureInItAndOfNoneAfterIt() {
    int bars = 60;
    ReplayMarket whole =
        ReplayMarket.of(
            List.of(share("A", bars, bar -> true, 0), share("B", bars, bar -> bar < 30, 0)), 252);
    List<Double> through = holdSecond(options(whole.between(10, 50, 0)), 0, 1);
    assertThat(through.get(through.size() - 3)).isZero();
    List<Double> before = holdSecond(options(whole.between(0, 29, 0)), 0, 1);
    assertThat(before.get(before.size() - 3)).isPositive();
  }

  /** A jump over a halt counts in the benchmark: who held equal parts had it. */
  @Test
  void theBenchmarkHoldsWhatIsHalted() {
    ReplayMarket market =
        ReplayMarket.of(
            List.of(
                share("A", BARS, bar -> true, 0), share("B", BARS, bar -> bar < 6 || bar > 8, 1)),
            252);
    double growth = 0;
    try (Environment env = Gym.make(PortfolioEnvironment.ID, o -> options(market))) {
      env.reset(1);
      while (!env.ended()) {
        Step step = env.step(new float[] {0, 0});
        if ((int) ((step.info(TradingInfo.TIME) - START) / DAY) == 9) {
          growth = step.info(TradingInfo.BENCHMARK);
        }
      }
    }
    assertThat(growth).isCloseTo((109.0 / 105 - 1) / 2, within(1e-6));
  }
}
