package io.tradinggym.options.execution;

import static io.tradinggym.options.execution.Ladder.CENT;
import static io.tradinggym.options.execution.Ladder.DAY;
import static io.tradinggym.options.execution.Ladder.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.options.lifecycle.EarlyExercise;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random orders against random quotes, broken ones among them, in one account after the other. */
class ComboPropertiesTest {
  private static final int ORDERS = 20;
  private static final FillConvention[] FILLS = {
    FillConvention.MID, FillConvention.CROSS, FillConvention.BY_LEGS
  };

  /** An account, its desk and what it held before the last order. */
  private static final class Trader {
    final Ladder quotes = new Ladder();
    final RandomStream random;
    final Account account;
    final ComboDesk desk;
    final long[] before = new long[quotes.size()];
    final Legs combo = new Legs();
    long cash;
    long needed;
    long deficiency;

    Trader(long seed) {
      random = RandomStreams.of(seed).stream("orders");
      account = quotes.account(1_000 + random.integer(200_000));
      OptionCommission fees =
          random.bernoulli(0.5) ? OptionCommission.NONE : OptionCommission.INTERACTIVE_BROKERS;
      desk =
          new ComboDesk(
              account, quotes, FILLS[random.integer(FILLS.length)], fees, Commission.NONE);
      for (int asset = 1; asset < quotes.size(); asset++) {
        long bid = random.bernoulli(0.1) ? 0 : random.integer(1_500);
        quotes.quote(asset, bid, random.bernoulli(0.05) ? 0 : bid + random.integer(80) - 2);
      }
    }

    void compose() {
      combo.clear();
      int legs = 1 + random.integer(4);
      while (combo.count() < legs) {
        int asset = random.bernoulli(0.1) ? SHARE : 1 + random.integer(quotes.size() - 1);
        boolean known = false;
        for (int leg = 0; leg < combo.count(); leg++) {
          known |= combo.asset(leg) == asset;
        }
        if (!known) {
          long ratio = (1 + random.integer(3)) * (asset == SHARE ? 100L : 1);
          combo.add(asset, random.bernoulli(0.5) ? ratio : -ratio);
        }
      }
    }

    ComboResult order(long count, long limit) {
      for (int asset = 0; asset < before.length; asset++) {
        before[asset] = account.lots(asset);
      }
      cash = account.cash();
      account.time(0);
      needed = account.initialMargin();
      deficiency = needed - account.equity();
      return desk.execute(combo, count, limit, 0);
    }

    void assertUntouched() {
      assertThat(account.cash()).isEqualTo(cash);
      for (int asset = 0; asset < before.length; asset++) {
        assertThat(account.lots(asset)).isEqualTo(before[asset]);
      }
    }

    void assertFilled(long count, long limit) {
      long paid = desk.fees();
      boolean shrinks = true;
      for (int leg = 0; leg < combo.count(); leg++) {
        int asset = combo.asset(leg);
        long lots = combo.ratio(leg) * count;
        long price = desk.price(leg);
        if (lots < 0 && quotes.bid(asset) == 0) {
          assertThat(price).as("given away").isZero();
          assertThat(before[asset]).as("only what is held").isGreaterThanOrEqualTo(-lots);
        } else {
          assertThat(price).isBetween(Math.max(quotes.bid(asset), 1), quotes.ask(asset));
          assertThat(lots > 0 ? price - quotes.bid(asset) : quotes.ask(asset) - price)
              .as("at least half the width is paid")
              .isGreaterThanOrEqualTo((quotes.ask(asset) - quotes.bid(asset)) / 2);
        }
        paid += lots * price * CENT * (asset == SHARE ? 1 : 100);
        shrinks &= Math.abs(before[asset] + lots) < Math.abs(before[asset]);
        before[asset] += lots;
      }
      cash -= paid;
      assertUntouched();
      assertThat(desk.net()).isLessThanOrEqualTo(limit);
      long missing = account.initialMargin() - account.equity();
      if (!shrinks || account.initialMargin() > needed) {
        assertThat(missing).as("no new deficiency").isLessThanOrEqualTo(Math.max(0, deficiency));
      }
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void ordersAreFilledWithAllLegsOrNone(@ForAll long seed) {
    trade(new Trader(seed), EnumSet.noneOf(ComboResult.class));
  }

  @Example
  void ordersSeeEveryResultButExpiry() {
    Set<ComboResult> seen = EnumSet.noneOf(ComboResult.class);
    for (long seed = 0; seed < 100; seed++) {
      trade(new Trader(seed), seen);
    }
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(ComboResult.EXPIRED)));
  }

  private static void trade(Trader trader, Set<ComboResult> seen) {
    for (int i = 0; i < ORDERS; i++) {
      trader.compose();
      long count = (1 + trader.random.integer(4)) * (trader.random.bernoulli(0.5) ? 1L : -1L);
      long limit =
          trader.random.bernoulli(0.5)
              ? ComboDesk.ANY
              : (trader.random.integer(2_000) - 1_000) * Money.UNITS;
      ComboResult result = trader.order(count, limit);
      seen.add(result);
      if (result == ComboResult.FILLED) {
        trader.assertFilled(count, limit);
      } else {
        trader.assertUntouched();
      }
      trader.account.verify();
    }
    // What is left lives on to its expiry.
    ContractLife life =
        new ContractLife(trader.account, EarlyExercise.NEVER, AssignmentLaw.RATIONAL);
    trader.account.mark(SHARE, 8_000 + trader.random.integer(4_000));
    life.evening(SHARE, 365 * DAY, 0, trader.random);
    trader.account.verify();
    for (int asset = 1; asset < trader.quotes.size(); asset++) {
      assertThat(trader.account.lots(asset)).isZero();
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void aRoundTripAtTheSameQuotesNeverGains(@ForAll long seed) {
    Trader trader = new Trader(seed);
    trader.account.deposit(0, 10_000_000 * Money.UNITS);
    long begin = trader.account.equity();
    trader.compose();
    boolean opened = trader.order(1, ComboDesk.ANY) == ComboResult.FILLED;
    if (opened && trader.order(-1, ComboDesk.ANY) == ComboResult.FILLED) {
      assertThat(trader.account.equity()).isLessThanOrEqualTo(begin);
    }
  }
}
