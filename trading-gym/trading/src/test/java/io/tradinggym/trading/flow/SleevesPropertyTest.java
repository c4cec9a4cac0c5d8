package io.tradinggym.trading.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.trading.trace.CashFlows;
import io.tradinggym.trading.trace.Fills;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random lives of an account: whatever happens, its sleeves add up to it, and what its trace tells of adds up to the
 * change in its cash. {@code mvn test -Dtradinggym.tries=1000000} lives a million of them.
 */
class SleevesPropertyTest {
  private static final int EVENTS = 60;

  @Property
  void sleevesAddUpToTheirAccount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count) {
    SleeveWorld world = new SleeveWorld(count, true, RandomStreams.of(seed).stream("sleeves"));
    for (int event = 0; event < EVENTS; event++) {
      world.live();
      world.sleeves.verify();
      addsUp(world);
    }
    world.account.verify();
  }

  @Property
  void fillsAndFlowsAddUpToTheChangeInCash(@ForAll long seed) {
    SleeveWorld world = new SleeveWorld(1, false, RandomStreams.of(seed).stream("trace"));
    for (int event = 0; event < EVENTS; event++) {
      world.live();
      addsUp(world);
    }
  }

  private static void addsUp(SleeveWorld world) {
    Account account = world.account;
    for (int currency = 0; currency < account.currencies().size(); currency++) {
      for (Entry balance : new Entry[] {Entry.CASH, Entry.ISOLATED, Entry.ACCRUED}) {
        long told = balance == Entry.CASH ? cash(world, currency) : 0;
        CashFlows flows = world.trace.flows();
        for (int row = 0; row < flows.size(); row++) {
          boolean counts = flows.currency(row) == currency && flows.balance(row) == balance;
          told += counts ? flows.amount(row) : 0;
        }
        if (told != account.balance(currency, balance)) {
          assertThat(told)
              .as("%s of %d", balance, currency)
              .isEqualTo(account.balance(currency, balance));
        }
      }
    }
  }

  private static long cash(SleeveWorld world, int currency) {
    Fills fills = world.trace.fills();
    long sum = 0;
    for (int row = 0; row < fills.size(); row++) {
      sum += world.account.currency(fills.asset(row)) == currency ? fills.cash(row) : 0;
    }
    return sum;
  }
}
