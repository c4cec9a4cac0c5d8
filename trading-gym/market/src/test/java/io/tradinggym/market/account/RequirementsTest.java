package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models of margin ask, by hand, and the running sums beside all positions added up anew. */
class RequirementsTest {
  /** A share in money units, so that amounts are odd. */
  private static final Equity UNITS = new Equity("U", Currency.USD, 1, 1);

  /** Asks for half of each share and its options together, a quarter to keep; options offset shares. */
  private record Hedged() implements UnderlyingMargin {
    private static long net(Account account, int underlying, Lots lots) {
      long net = account.notional(underlying, lots.lots(underlying));
      for (int asset = 0; asset < account.assets(); asset++) {
        if (account.options().is(asset) && account.underlying(asset) == underlying) {
          net += 7 * account.notional(asset, lots.lots(asset));
        }
      }
      return Math.abs(net);
    }

    @Override
    public long initial(Account account, int underlying, Lots lots) {
      return net(account, underlying, lots) / 2;
    }

    @Override
    public long maintenance(Account account, int underlying, Lots lots) {
      return net(account, underlying, lots) / 4;
    }

    @Override
    public long least(Account account, Lots lots) {
      return lots.lots(World.SHARE) == 0 ? 0 : Money.of("3000");
    }

    @Override
    public long initial(Account account, int asset, long lots) {
      return Math.abs(account.notional(asset, lots)) / 2;
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return Math.abs(account.notional(asset, lots)) / 4;
    }
  }

  /** The same, added up over the assets by a loop of its own whenever it is asked. */
  private record Anew(Hedged model) implements MarginModel {
    private static final int[] UNDERLYINGS = {World.SHARE, World.FOREIGN, World.PERPETUAL};

    @Override
    public long initial(Account account, Lots lots) {
      long sum = 0;
      for (int underlying : UNDERLYINGS) {
        sum += model.initial(account, underlying, lots);
      }
      return Math.max(sum, model.least(account, lots));
    }

    @Override
    public long maintenance(Account account, Lots lots) {
      long sum = 0;
      for (int underlying : UNDERLYINGS) {
        sum += model.maintenance(account, underlying, lots);
      }
      return sum;
    }

    @Override
    public long initial(Account account, int asset, long lots) {
      return Math.abs(account.notional(asset, lots)) / 2;
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return Math.abs(account.notional(asset, lots)) / 4;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sumsOfUnderlyingsAreThoseOfAllPositions(long seed) {
    Account kept = new Account(World.ALL, Currency.USD, new Hedged());
    Account anew = new Account(World.ALL, Currency.USD, new Anew(new Hedged()));
    RandomStream random = RandomStreams.of(seed).stream("events");
    List<Account> both = List.of(kept, anew);
    both.forEach(account -> account.reset(Money.of("20000")));
    int refused = 0;
    for (int i = 0; i < 80; i++) {
      int asset = random.integer(World.ALL.size());
      int other = random.integer(World.ALL.size());
      long ticks = 9_000L + random.integer(2_000);
      long lots = random.integer(201) - 100L;
      long more = random.integer(201) - 100L;
      for (Account account : both) {
        account.mark(asset, ticks);
        account.time(i * 86_400_000L);
      }
      boolean single = anew.affords(asset, lots, 7);
      assertThat(kept.affords(asset, lots, 7)).isEqualTo(single);
      assertThat(kept.affords(kept.whatIf().set(asset, lots).set(other, more), 3))
          .isEqualTo(anew.affords(anew.whatIf().set(asset, lots).set(other, more), 3));
      assertThat(kept.buyingPower().initial(kept.whatIf().set(asset, lots).set(other, more)))
          .isEqualTo(anew.buyingPower().initial(anew.whatIf().set(asset, lots).set(other, more)));
      if (single) {
        both.forEach(account -> account.trade(asset, lots - account.lots(asset), ticks, 0, 0));
      }
      refused += single ? 0 : 1;
      assertThat(kept.initialMargin()).isEqualTo(anew.initialMargin());
      assertThat(kept.maintenanceMargin()).isEqualTo(anew.maintenanceMargin());
      assertThat(kept.mustLiquidate()).isEqualTo(anew.mustLiquidate());
    }
    assertThat(refused).as("some are").isBetween(1, 79);
    // The default sums of the model itself.
    assertThat(new Hedged().initial(kept, kept.positions()))
        .isEqualTo(new Anew(new Hedged()).initial(kept, kept.positions()));
    assertThat(new Hedged().maintenance(kept, kept.positions()))
        .isEqualTo(new Anew(new Hedged()).maintenance(kept, kept.positions()));
    kept.reset(Money.of("20000"));
    assertThat(kept.initialMargin()).as("forgotten").isZero();
  }

  /** Halves and quarters of odd amounts are rounded up. */
  @ParameterizedTest
  @CsvSource({"4, 2, 1", "5, 3, 2", "6, 3, 2", "7, 4, 2", "8, 4, 2", "9, 5, 3"})
  void regTRoundsUp(long worth, long half, long quarter) {
    Account account = new Account(List.of(UNITS), Currency.USD, new RegT());
    account.reset(Money.of("5000"));
    account.mark(0, worth);
    assertThat(new RegT().initial(account, 0, 1)).isEqualTo(half);
    assertThat(new RegT().maintenance(account, 0, 1)).isEqualTo(quarter);
  }

  /** To open a short takes what keeping it takes, where that is more than half: below 10 dollars. */
  @ParameterizedTest
  @CsvSource({"2.00, 250", "4.00, 400", "8.00, 500", "10.00, 500", "12.00, 600"})
  void regTOpensCheapShortsAtWhatTheyNeedToBeKept(String price, String needed) {
    Account account = new Account(List.of(UNITS), Currency.USD, new RegT());
    account.reset(Money.of("5000"));
    account.mark(0, Money.of(price));
    assertThat(new RegT().initial(account, 0, -100)).isEqualTo(Money.of(needed));
    assertThat(new RegT().initial(account, 0, 100)).isEqualTo(100 * Money.of(price) / 2);
  }

  /** FINRA 4210(f)(2)(G): 20 % of the underlying less what it is out of the money, at least 10 %. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 90, 900", // 1,800 - 1,000, at least 10 % of 9,000
    "CALL, 95, 1400", // 1,900 - 500
    "CALL, 110, 2200", // in the money
    "PUT, 103, 1760", // 2,060 - 300
    "PUT, 120, 1000", // 2,400 - 2,000, at least 10 % of the strike
    "PUT, 90, 1800"
  })
  void regTAsksOfAWrittenOption(String right, String spot, String needed) {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("50000"));
    account.mark(World.SHARE, Money.of(spot) / (Money.UNITS / 100));
    int option = right.equals("CALL") ? World.CALL : World.PUT;
    assertThat(new RegT().initial(account, option, -1)).isEqualTo(Money.of(needed));
    assertThat(new RegT().maintenance(account, option, -2)).isEqualTo(2 * Money.of(needed));
    account.mark(option, 250);
    assertThat(new RegT().initial(account, option, 2))
        .as("paid in full")
        .isEqualTo(Money.of("500"));
    assertThat(new RegT().maintenance(account, option, 2)).isEqualTo(Money.of("500"));
  }

  /** The short cut may only say yes where each position's rounding up leaves room for it. */
  @Test
  void whatOpensAnyIsHalfOfTheGrossLessAUnitForEachAsset() {
    Account account = new Account(World.ALL, Currency.USD, new FlatMargin(5_000, 2_500));
    account.reset(0);
    FlatMargin half = new FlatMargin(5_000, 2_500);
    assertThat(half.opensAny(account, 1_999, 1_005)).isTrue();
    assertThat(half.opensAny(account, 2_001, 1_005)).isFalse();
    assertThat(half.opensAny(account, 2_019, 1_005)).isFalse();
    assertThat(new CashOnly().opensAny(account, 1_000, 1_000)).isTrue();
    assertThat(new CashOnly().opensAny(account, 1_001, 1_000)).isFalse();
  }
}
