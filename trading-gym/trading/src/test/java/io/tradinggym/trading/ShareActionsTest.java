package io.tradinggym.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.FractionalShares;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.feature.Features;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.FlowKind;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A ledger made by hand: 100, 100, 100, ex 1.00 at 99, split 3 for 2 at 66, 66. Prices move by the events alone, so
 * whoever holds neither wins nor loses.
 */
class ShareActionsTest {
  private static final double[] PRICES = {100, 100, 100, 99, 66, 66, 66};
  private static final int EX = 3;
  private static final int SPLIT = 4;
  private static final double CASH = 20_000;

  private static ReplayMarket market(boolean withEvents) {
    return market(withEvents, 1.00);
  }

  private static ReplayMarket market(boolean withEvents, double cash) {
    int n = PRICES.length;
    long[] times = new long[n];
    double[] volume = new double[n];
    double[] dividend = new double[n];
    int[] shares = new int[n];
    int[] of = new int[n];
    for (int bar = 0; bar < n; bar++) {
      times[bar] = 1_700_000_000_000L + bar * 86_400_000L;
      volume[bar] = 1e6;
      dividend[bar] = bar == EX ? cash : 0;
      shares[bar] = bar == SPLIT ? 3 : 1;
      of[bar] = bar == SPLIT ? 2 : 1;
    }
    Equity share = new Equity("AAA", Currency.USD, Money.UNITS / 100, 1);
    Series series = new Series(share, times, PRICES, PRICES, PRICES, PRICES, volume);
    return ReplayMarket.of(
        List.of(withEvents ? series.with(new CorporateEvents(dividend, shares, of)) : series), 252);
  }

  private static TradingDesk desk(Market market) {
    return desk(market, _ -> List.of());
  }

  private static TradingDesk desk(Market market, Function<TradingDesk, List<Settlement>> day) {
    FeatureTables tables = new FeatureTables(FeatureSet.of(Features.logReturn(1)), market);
    DeskRules rules =
        new DeskRules(
            CASH,
            new FlatMargin(5_000, 2_500),
            List.of(Costs.NONE),
            0,
            VenueRules.ANY,
            DeskRules.NO_BAND,
            List.of(EndReason.RUIN));
    TradingDesk desk =
        new TradingDesk(new MarketCursor(market, tables, new Episodes(1, 0, false)), rules, day);
    desk.traces().getFirst().listen(true);
    desk.open(RandomStreams.of(1).stream("lane"));
    return desk;
  }

  private static double step(TradingDesk desk, double weight) {
    RewardInput flows = new RewardInput();
    desk.target(0, weight);
    desk.trade(RandomStreams.of(1).stream("lane"));
    desk.value(flows);
    return flows.benchmarkReturn;
  }

  private static long paid(TradeTrace trace, FlowKind kind, Entry balance) {
    CashFlows flows = trace.flows();
    long sum = 0;
    for (int row = 0; row < flows.size(); row++) {
      if (flows.kind(row) == kind && flows.balance(row) == balance) {
        sum += flows.amount(row);
      }
    }
    return sum;
  }

  @Test
  void whoHoldsIsPaidAndSplitAndNeitherWinsNorLoses() {
    TradingDesk desk = desk(market(true));
    assertThat(step(desk, 0.505)).isZero();
    assertThat(desk.units(0)).isEqualTo(101);
    while (desk.end() == EndReason.NONE) {
      assertThat(step(desk, TradingDesk.HOLD)).as("benchmark").isZero();
      assertThat(desk.equity()).isEqualTo(CASH);
    }
    // 101 shares are owed 1.00 each; 151.5 become 151, and half a share is paid at 66.
    assertThat(desk.units(0)).isEqualTo(151);
    assertThat(desk.cash()).isEqualTo(CASH - 10_100 + 101 + 33);
    TradeTrace trace = desk.traces().getFirst();
    assertThat(paid(trace, FlowKind.DIVIDEND, Entry.ACCRUED)).isEqualTo(Money.of("101"));
    assertThat(paid(trace, FlowKind.CASH_IN_LIEU, Entry.CASH)).isEqualTo(Money.of("33"));
  }

  /** What a share is worth ex dividend is rounded to the nearest cent; half a cent less and it is a cent below. */
  @Test
  void thePriceExDividendIsTheNearestTick() {
    for (double cash : new double[] {0.995, 1, 1.004}) {
      TradingDesk desk = desk(market(true, cash));
      step(desk, 0.505);
      while (desk.end() == EndReason.NONE) {
        assertThat(step(desk, TradingDesk.HOLD)).as("benchmark at %s", cash).isZero();
      }
    }
    TradingDesk desk = desk(market(true, 0.994));
    while (desk.cursor().bar() < EX - 1) {
      step(desk, 0);
    }
    assertThat(step(desk, TradingDesk.HOLD)).isCloseTo(9_900 / 9_901.0 - 1, within(1e-15));
  }

  @Test
  void whoIsShortPays() {
    TradingDesk desk = desk(market(true));
    step(desk, -0.505);
    assertThat(desk.units(0)).isEqualTo(-101);
    while (desk.end() == EndReason.NONE) {
      step(desk, TradingDesk.HOLD);
      assertThat(desk.equity()).isEqualTo(CASH);
    }
    // 151.5 owed become 151, and half a share is paid for at 66.
    assertThat(desk.units(0)).isEqualTo(-151);
    assertThat(desk.cash()).isEqualTo(CASH + 10_100 - 101 - 33);
    TradeTrace trace = desk.traces().getFirst();
    assertThat(paid(trace, FlowKind.DIVIDEND, Entry.ACCRUED)).isEqualTo(-Money.of("101"));
  }

  /** The order of the day before the split asks for so much of equity, not for so many old shares. */
  @Test
  void ordersOverASplitAreSizedInNewShares() {
    TradingDesk desk = desk(market(true));
    while (desk.cursor().bar() < SPLIT - 1) {
      step(desk, 0);
    }
    step(desk, 0.33);
    assertThat(desk.units(0)).isEqualTo(100);
    assertThat(desk.weight(0)).isEqualTo(0.33);
  }

  /** 300 shares for 20,000 owe 10,000: a day at 3.6 % of 360 days costs 1, the three days to the next bar 3. */
  @Test
  void interestIsOwedForEveryDayBetweenBars() {
    long[] times = {0, 1, 2, 5, 6, 7};
    double[] price = new double[times.length];
    double[] volume = new double[times.length];
    for (int bar = 0; bar < times.length; bar++) {
      times[bar] = 1_700_000_000_000L + times[bar] * 86_400_000L;
      price[bar] = 100;
      volume[bar] = 1e6;
    }
    Equity share = new Equity("AAA", Currency.USD, Money.UNITS / 100, 1);
    ReplayMarket market =
        ReplayMarket.of(List.of(new Series(share, times, price, price, price, price, volume)), 252);
    TradingDesk desk = desk(market, own -> List.of(new DailyCarry(own, new Carry(0, 36_000, 0))));
    step(desk, 1.5);
    double owed = desk.cash();
    long before = market.data().closeTime(desk.cursor().bar());
    while (desk.end() == EndReason.NONE) {
      step(desk, TradingDesk.HOLD);
      long now = market.data().closeTime(desk.cursor().bar());
      double days = (now - before) / 86_400_000.0;
      assertThat(desk.cash()).isCloseTo(owed + owed * 0.036 / 360 * days, within(1e-7));
      owed = desk.cash();
      before = now;
    }
    assertThat(owed).isLessThan(-10_004);
  }

  @Test
  void sharesOutsideTheAccountPayNothing() {
    TradingDesk desk = desk(market(true));
    while (desk.end() == EndReason.NONE) {
      step(desk, 0);
    }
    assertThat(desk.cash()).isEqualTo(CASH);
    TradeTrace trace = desk.traces().getFirst();
    assertThat(paid(trace, FlowKind.DIVIDEND, Entry.ACCRUED)).isZero();
    assertThat(paid(trace, FlowKind.CASH_IN_LIEU, Entry.CASH)).isZero();
  }

  @Test
  void aMarketWithoutActionsHasNoSuchEvent() {
    assertThat(market(false).data().hasActions()).isFalse();
    TradingDesk desk = desk(market(false));
    step(desk, 0.5);
    step(desk, TradingDesk.HOLD);
    assertThat(step(desk, TradingDesk.HOLD)).as("what is not told is a loss").isNotZero();
  }

  /** A market in fractions is the same market: what its shares do, and where it comes from. */
  @Test
  void fractionsKeepEverythingElse() {
    Market fractions = FractionalShares.of(market(true), 100);
    assertThat(fractions.kind()).isEqualTo(MarketKind.REPLAYED);
    assertThat(fractions.purpose()).isEqualTo(market(true).purpose());
    assertThat(fractions.calendar()).isEqualTo(market(true).calendar());
    TradingDesk desk = desk(fractions);
    step(desk, 0.50255);
    assertThat(desk.units(0)).isEqualTo(100.51);
    while (desk.end() == EndReason.NONE) {
      step(desk, TradingDesk.HOLD);
      assertThat(desk.equity()).isEqualTo(CASH);
    }
    assertThat(desk.units(0)).isEqualTo(150.76);
  }
}
