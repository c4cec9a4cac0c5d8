package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.RegT;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.RegulatoryFees;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Episodes with targets and every kind of order allocate nothing. */
class AllocationTest {
  private static final ThreadMXBean COUNTER = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OrderType[] TYPES = OrderType.values();
  private static final TimeInForce[] LIVES = TimeInForce.values();
  private static final long CAPITAL = 1_000_000 * Money.UNITS;
  private static final int BARS = 200;
  private static final int RUNS = 10;

  @Test
  void anEpisodeAllocatesNothing() {
    long[][] rows = new long[BARS][];
    for (int bar = 0; bar < BARS; bar++) {
      long close = 10_000 + bar * 7919L % 400;
      rows[bar] =
          new long[] {close - 50, close + 100, close - 120, close, bar % 17 == 0 ? -1 : 1_000_000};
    }
    Account account = new Account(List.of(Equity.printed("SPY")), Currency.USD, new RegT());
    Costs costs =
        Costs.US_SHARES.plus(new Costs(RegulatoryFees.US_UNTIL_2025, Slippage.squareRoot(0.7)));
    BarExchange exchange =
        new BarExchange(
            new TestBars(rows), account, costs, 1_000, FillListener.NONE, VenueRules.ANY);
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = COUNTER.getCurrentThreadAllocatedBytes();
      for (int episode = 0; episode < 20; episode++) {
        live(account, exchange);
      }
      least = Math.min(least, COUNTER.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
    assertThat(account.equity()).isNotEqualTo(CAPITAL);
  }

  private static final Conditions TRAILS = new Conditions(Trigger.LAST, false, false, 0, 50, 0);

  private static final Conditions[] CONDITIONS = {
    Conditions.NONE,
    new Conditions(Trigger.MARK, false, false, 0, 0, 0),
    new Conditions(Trigger.LAST, true, false, 0, 0, 0),
    new Conditions(Trigger.LAST, false, true, 0, 0, 0)
  };

  private static void live(Account account, BarExchange exchange) {
    account.reset(CAPITAL);
    exchange.reset(0);
    for (int bar = 1; bar < BARS; bar++) {
      exchange.target(0, bar % 3 == 0 ? 500 : -500);
      for (int i = 0; i < TYPES.length; i++) {
        OrderType type = TYPES[i];
        long limit = type.limited() ? 10_100 : 0;
        long stop = type.stopped() ? 10_050 : 0;
        exchange.submit(
            4L * bar + i + 1,
            0,
            bar % 2 == 0 ? 10 : -10,
            type,
            limit,
            stop,
            LIVES[bar % LIVES.length],
            bar % 3,
            type == OrderType.TRAILING_STOP ? TRAILS : CONDITIONS[bar % CONDITIONS.length]);
      }
      exchange.step();
    }
  }
}
