package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Perpetual;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The cheap answer to whether equity suffices is the one that all positions together give. */
class BuyingPowerTest {
  private static final int ASSETS = 3;

  /** Asks about every position. */
  private record Slow(MarginModel model) implements PositionMargin {
    @Override
    public long initial(Account account, int asset, long lots) {
      return model.initial(account, asset, lots);
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return model.maintenance(account, asset, lots);
    }
  }

  private static Account account(MarginModel model) {
    Currency usdt = new Currency("USDT");
    return new Account(
        IntStream.range(0, ASSETS)
            .mapToObj(i -> new Perpetual("P" + i, new Currency("C" + i), usdt, 1_000_000, 10))
            .toList(),
        usdt,
        model);
  }

  @Property(tries = 200)
  void isTheSameByEitherRoad(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 100_000) int initial,
      @ForAll @IntRange(min = 1, max = 1_000_000) int cash) {
    MarginModel model = new FlatMargin(initial, 0);
    List<Account> both = List.of(account(model), account(new Slow(model)));
    both.forEach(one -> one.reset(cash * Money.UNITS / 100));
    RandomStream random = RandomStreams.of(seed).stream("questions");
    for (int i = 0; i < 60; i++) {
      int asset = random.integer(ASSETS);
      long ticks = 90L + random.integer(20);
      both.forEach(one -> one.mark(asset, ticks));
      long lots = (long) random.integer(2 * cash + 1) - cash;
      long costs = random.integer(1000);
      boolean affords = both.getFirst().affords(asset, lots, costs);
      assertThat(both.getLast().affords(asset, lots, costs)).isEqualTo(affords);
      assertThat(both.getFirst().gross()).isEqualTo(gross(both.getFirst()));
      if (affords) {
        both.forEach(one -> one.trade(asset, lots - one.lots(asset), ticks, costs, 0));
      }
    }
  }

  private static long gross(Account account) {
    return IntStream.range(0, ASSETS).mapToLong(i -> Math.abs(account.exposure(i))).sum();
  }
}
