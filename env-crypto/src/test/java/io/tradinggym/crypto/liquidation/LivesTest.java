package io.tradinggym.crypto.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.crypto.funding.FundingRound;
import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.Tables;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random lives of six accounts and an insurance fund: trades, marks, gaps, funding, liquidations. After every event the
 * books of all balance, and together they have what they began with: to the unit of linear contracts; of inverse ones,
 * less the units that rounding against every side keeps.
 */
class LivesTest {
  private static final int OTHERS = 4;
  private static final int EVENTS = 24;
  private static final int EVERYBODY = OTHERS + 3;

  /** Worth in coins. */
  private static final MarginTiers COINS =
      Tables.of("1 5000 100 0", "5 10000 50 0.005", "100 25000 20 0.08");

  private static final LiquidationTerms TERMS = new LiquidationTerms(12_500, true);

  /** One life; which events happen depends on the seed alone. */
  private static final class Life {
    final Desk desk;
    final Account[] all;
    final SplittableRandom random;
    final boolean inverse;
    int liquidations;
    int deleveragings;

    Life(long seed, List<Instrument> instruments, boolean inverse) {
      this.inverse = inverse;
      random = new SplittableRandom(seed);
      desk = new Desk(instruments, inverse ? COINS : Tables.BTC_2024, TERMS, OTHERS);
      all = Stream.concat(Stream.of(desk.trader), Stream.of(desk.others)).toArray(Account[]::new);
      for (Account account : all) {
        account.reset(Money.of(inverse ? "1" : "50000") * random.nextLong(1, 4));
        for (int asset = 0; asset < instruments.size(); asset++) {
          account.isolation().set(asset, random.nextBoolean());
          account.isolation().leverage(asset, 1 + random.nextInt(50));
        }
      }
      desk.maker.reset(Money.of(inverse ? "100000" : "1000000000"));
      desk.fund.reset(Money.of(inverse ? "0.1" : "2000") * random.nextLong(2));
      for (int asset = 0; asset < instruments.size(); asset++) {
        desk.mark(asset, 500_000);
      }
    }

    void live() {
      long before = desk.money();
      for (int event = 0; event < EVENTS; event++) {
        happen();
        desk.everybody().forEach(Account::verify);
        long now = desk.money();
        if (inverse) {
          assertThat(now - before).isBetween(-4L * EVERYBODY * (event + 1), 0L);
        } else if (now != before) {
          assertThat(now).as("money after event %d", event).isEqualTo(before);
        }
      }
    }

    private void happen() {
      int asset = random.nextInt(desk.instruments.size());
      switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> deal(asset);
        case 4 -> fund(asset);
        case 5 -> move(asset, 0.6);
        default -> move(asset, 0.05);
      }
    }

    private void deal(int asset) {
      Account buyer = all[random.nextInt(all.length)];
      Account seller = random.nextInt(3) == 0 ? desk.maker : all[random.nextInt(all.length)];
      long lots = 1 + random.nextLong(inverse ? 200_000 : 4_000);
      if (buyer != seller
          && buyer.affords(asset, buyer.lots(asset) + lots, 0)
          && seller.affords(asset, seller.lots(asset) - lots, 0)) {
        Desk.deal(buyer, seller, asset, lots, buyer.mark(asset));
      }
    }

    private void fund(int asset) {
      long rate = random.nextLong(-300_000, 300_000);
      Account[] accounts = desk.everybody().toArray(Account[]::new);
      long kept = FundingRound.settle(accounts, asset, rate);
      assertThat(kept).as("what rounding kept").isBetween(0L, 2L * EVERYBODY);
      desk.fund.deposit(0, kept);
      liquidate(asset);
    }

    private void move(int asset, double most) {
      double factor = 1 + most * (2 * random.nextDouble() - 1);
      desk.mark(
          asset, Math.max(50_000, Math.min(5_000_000, (long) (desk.fund.mark(asset) * factor))));
      liquidate(asset);
    }

    private void liquidate(int asset) {
      double slip = 1 + 0.03 * (2 * random.nextDouble() - 1);
      desk.quote = random.nextInt(4) == 0 ? Exit.NOBODY : (long) (desk.fund.mark(asset) * slip);
      for (Account account : all) {
        LiquidationStep step = desk.liquidate(account);
        liquidations += step.compareTo(LiquidationStep.CANCELLED) > 0 ? 1 : 0;
        deleveragings += step == LiquidationStep.DELEVERAGED ? 1 : 0;
        if (step != LiquidationStep.NONE) {
          assertThat(account.crossEquity()).isNotNegative();
          assertThat(desk.liquidate(account)).isEqualTo(LiquidationStep.NONE);
        }
      }
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void livesOfLinearContractsBalanceExactly(@ForAll long seed) {
    new Life(seed, List.of(Desk.LINEAR, Desk.OTHER), false).live();
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void livesOfInverseContractsLoseOnlyWhatRoundingKeeps(@ForAll long seed) {
    new Life(seed, List.of(Desk.INVERSE), true).live();
  }

  @Example
  void livesSeeEveryStepOfTheWaterfall() {
    int liquidations = 0;
    int deleveragings = 0;
    for (long seed = 0; seed < 500; seed++) {
      Life life = new Life(seed, List.of(Desk.LINEAR, Desk.OTHER), false);
      life.live();
      liquidations += life.liquidations;
      deleveragings += life.deleveragings;
    }
    assertThat(liquidations).isGreaterThan(100);
    assertThat(deleveragings).isGreaterThan(10);
  }
}
