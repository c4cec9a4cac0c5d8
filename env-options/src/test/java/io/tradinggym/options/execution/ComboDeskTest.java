package io.tradinggym.options.execution;

import static io.tradinggym.options.execution.Ladder.CENT;
import static io.tradinggym.options.execution.Ladder.DAY;
import static io.tradinggym.options.execution.Ladder.SHARE;
import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComboDeskTest {
  private static final int C100 = Ladder.asset(CALL, 100, 30);
  private static final int C105 = Ladder.asset(CALL, 105, 30);
  private static final int C110 = Ladder.asset(CALL, 110, 30);
  private static final int P95 = Ladder.asset(PUT, 95, 30);
  private static final int P90 = Ladder.asset(PUT, 90, 30);

  private final Ladder quotes = new Ladder();
  private final Account account = quotes.account(10_000);

  private ComboDesk desk(FillConvention fills, OptionCommission commission) {
    return new ComboDesk(account, quotes, fills, commission, Commission.NONE);
  }

  private ComboDesk desk(FillConvention fills) {
    return desk(fills, OptionCommission.NONE);
  }

  private void assertUntouched() {
    account.verify();
    assertThat(account.cash()).isEqualTo(10_000 * Money.UNITS);
    for (int asset = 0; asset < quotes.size(); asset++) {
      assertThat(account.lots(asset)).isZero();
    }
  }

  /**
   * A quote of 1.00 at 2.00 for every leg: buyers pay 1.75, 1.66, 1.56, 1.53; sellers receive 1.25, 1.34, 1.44, 1.47.
   */
  @ParameterizedTest
  @CsvSource({"1, 175, 125", "2, 166, 134", "3, 156, 144", "4, 153, 147"})
  void theMoreLegsTheLessOfTheWidthIsPaid(int legs, long buys, long sells) {
    int[] assets = {C100, C105, P95, P90};
    Legs combo = new Legs();
    for (int leg = 0; leg < legs; leg++) {
      quotes.quote(assets[leg], 100, 200);
      combo.add(assets[leg], leg % 2 == 0 ? 1 : -1);
    }
    ComboDesk desk = desk(FillConvention.BY_LEGS);
    assertThat(desk.execute(combo, 1, 0)).isEqualTo(ComboResult.FILLED);
    long paid = 0;
    for (int leg = 0; leg < legs; leg++) {
      assertThat(desk.price(leg)).isEqualTo(leg % 2 == 0 ? buys : sells);
      paid += leg % 2 == 0 ? buys : -sells;
    }
    assertThat(desk.net()).isEqualTo(100 * paid * CENT);
    assertThat(account.cash()).isEqualTo((10_000 * 100 - 100 * paid) * CENT);
    account.verify();
  }

  @Test
  void pricesAreRoundedAgainstTheTrader() {
    quotes.quote(C100, 100, 101);
    quotes.quote(C105, 50, 51);
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    ComboDesk desk = desk(FillConvention.BY_LEGS);
    assertThat(desk.execute(spread, 1, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(desk.price(0)).isEqualTo(101);
    assertThat(desk.price(1)).isEqualTo(50);
  }

  @Test
  void sellingACombinationTurnsEveryLeg() {
    quotes.quote(C100, 300, 320);
    quotes.quote(C105, 100, 120);
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    ComboDesk desk = desk(FillConvention.CROSS);
    assertThat(desk.execute(spread, -2, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(account.lots(C100)).isEqualTo(-2);
    assertThat(account.lots(C105)).isEqualTo(2);
    assertThat(desk.net()).isEqualTo(-180 * Money.UNITS);
    assertThat(account.cash()).isEqualTo(10_360 * Money.UNITS);
  }

  @Test
  void aLegWithoutTheSideItNeedsKillsTheOrder() {
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    quotes.quote(C105, 0, 5);
    ComboDesk desk = desk(FillConvention.CROSS);
    assertThat(desk.execute(spread, 1, 0)).isEqualTo(ComboResult.NO_QUOTE);
    assertThat(desk.refusedLeg()).isEqualTo(1);
    quotes.quote(C105, 5, 0);
    assertThat(desk.execute(spread, 1, 0)).isEqualTo(ComboResult.NO_QUOTE);
    assertUntouched();
  }

  @Test
  void whereNobodyBidsABuyerPaysTheOffer() {
    quotes.quote(C110, 0, 5);
    ComboDesk desk = desk(FillConvention.BY_LEGS);
    assertThat(desk.execute(new Legs().add(C110, 1), 1, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(desk.price(0)).isEqualTo(5);
  }

  @Test
  void lockedAndCrossedQuotesAreNotTraded() {
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    ComboDesk desk = desk(FillConvention.CROSS);
    quotes.quote(C100, 120, 120);
    assertThat(desk.execute(spread, 1, 0)).isEqualTo(ComboResult.LOCKED);
    quotes.quote(C100, 121, 120);
    assertThat(desk.execute(spread, 1, 0)).isEqualTo(ComboResult.LOCKED);
    assertThat(desk.refusedLeg()).isZero();
    assertUntouched();
  }

  @Test
  void anExpiredLegKillsTheOrder() {
    Legs calendar = new Legs().add(Ladder.asset(CALL, 100, 60), 1).add(C100, -1);
    ComboDesk desk = desk(FillConvention.CROSS);
    assertThat(desk.execute(calendar, 1, 30 * DAY)).isEqualTo(ComboResult.EXPIRED);
    assertThat(desk.refusedLeg()).isEqualTo(1);
    assertUntouched();
  }

  @Test
  void theLimitIsOnTheNetOfAllLegs() {
    quotes.quote(C100, 300, 320);
    quotes.quote(C105, 100, 120);
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    ComboDesk desk = desk(FillConvention.CROSS);
    assertThat(desk.execute(spread, 1, 219 * Money.UNITS, 0)).isEqualTo(ComboResult.LIMIT);
    // A credit of 1.80 is there, 1.81 is not.
    assertThat(desk.execute(spread, -1, -181 * Money.UNITS, 0)).isEqualTo(ComboResult.LIMIT);
    assertUntouched();
    assertThat(desk.execute(spread, 1, 220 * Money.UNITS, 0)).isEqualTo(ComboResult.FILLED);
  }

  @Test
  void aSpreadNeedsItsWidthAndANakedCallMore() {
    Account small = quotes.account(2_360);
    quotes.quote(C100, 300, 320);
    quotes.quote(C105, 100, 120);
    ComboDesk desk =
        new ComboDesk(small, quotes, FillConvention.CROSS, OptionCommission.NONE, Commission.NONE);
    assertThat(desk.execute(new Legs().add(C100, -1), 1, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(desk.execute(new Legs().add(C100, -1), 1, 0)).isEqualTo(ComboResult.MARGIN);
    assertThat(small.lots(C100)).isEqualTo(-1);
    assertThat(desk.execute(new Legs().add(C105, 1), 1, 0)).isEqualTo(ComboResult.FILLED);
    // Each spread needs 500, of which it brought 180: 2,360 are enough for seven.
    Legs bear = new Legs().add(C100, -1).add(C105, 1);
    assertThat(desk.execute(bear, 7, 0)).isEqualTo(ComboResult.MARGIN);
    assertThat(desk.execute(bear, 6, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(desk.execute(bear, 1, 0)).isEqualTo(ComboResult.MARGIN);
    small.verify();
  }

  @Test
  void closingIsAlwaysAllowedUnlessItLaysBareAShortLeg() {
    quotes.quote(C100, 300, 320);
    quotes.quote(C105, 100, 120);
    Legs bear = new Legs().add(C100, -1).add(C105, 1);
    ComboDesk desk = desk(FillConvention.CROSS);
    assertThat(desk.execute(bear, 20, 0)).isEqualTo(ComboResult.FILLED);
    account.deposit(0, -account.equity());
    assertThat(desk.execute(new Legs().add(C105, -1), 20, 0)).isEqualTo(ComboResult.MARGIN);
    assertThat(desk.execute(bear, -20, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(account.lots(C100)).isZero();
    assertThat(account.lots(C105)).isZero();
  }

  @Test
  void commissionsGoByPremiumAndHaveALeast() {
    quotes.quote(C100, 300, 320);
    quotes.quote(C105, 4, 6);
    quotes.quote(C110, 1, 2);
    ComboDesk desk = desk(FillConvention.CROSS, OptionCommission.INTERACTIVE_BROKERS);
    desk.execute(new Legs().add(C100, 1).add(C105, 1).add(C110, 1), 2, 0);
    // 2 x (65 + 50 + 25) cents.
    assertThat(desk.fees()).isEqualTo(280 * CENT);
    assertThat(account.cash()).isEqualTo((10_000_00 - 2 * 100 * (320 + 6 + 2) - 280) * CENT);
    desk.execute(new Legs().add(C110, -1), 1, 0);
    assertThat(desk.fees()).isEqualTo(Money.UNITS);
  }

  @Test
  void aCoveredCallIsBoughtWithItsShares() {
    Strategy strategy =
        new Strategies((type, strike, years) -> 2, 100).coveredCall(105, 30 / 365.0);
    Legs combo = StrategyLegs.of(strategy, account, SHARE, 0);
    quotes.quote(C105, 200, 210);
    ComboDesk desk = desk(FillConvention.CROSS);
    assertThat(desk.execute(combo, 1, 0)).isEqualTo(ComboResult.FILLED);
    assertThat(account.lots(SHARE)).isEqualTo(100);
    assertThat(account.lots(C105)).isEqualTo(-1);
    assertThat(account.cash()).isEqualTo((10_000_00 - 10_001 * 100 + 20_000) * CENT);
  }

  @Test
  void strategiesBecomeListedContractsOrSayWhatIsMissing() {
    Strategies of = new Strategies((type, strike, years) -> 2, 100);
    Legs condor = StrategyLegs.of(of.ironCondor(85, 90, 110, 115, 30 / 365.0), account, SHARE, 0);
    assertThat(condor.count()).isEqualTo(4);
    assertThat(condor.asset(0)).isEqualTo(Ladder.asset(PUT, 85, 30));
    assertThatThrownBy(() -> StrategyLegs.of(of.straddle(97, 30 / 365.0, 1), account, SHARE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no CALL at 97.0");
    assertThatThrownBy(() -> StrategyLegs.of(of.straddle(95, 40 / 365.0, 1), account, SHARE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void badOrdersAreNamed() {
    ComboDesk desk = desk(FillConvention.MID);
    assertThatThrownBy(() -> new Legs().add(C100, 0)).hasMessageContaining("must not be 0");
    assertThatThrownBy(() -> new Legs().add(C100, 1).add(C100, -1))
        .hasMessageContaining("a leg already");
    assertThatThrownBy(() -> desk.execute(new Legs(), 1, 0)).hasMessageContaining("0 legs");
    assertThatThrownBy(() -> FillConvention.byVolume(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new OptionCommission(-1, 0, 0, 0)).hasMessageContaining("-1");
  }

  @Test
  void liquidContractsFillNearerTheMiddle() {
    FillConvention fills = FillConvention.byVolume(1_000);
    assertThat(fills.share(2, 0)).isEqualTo(10_000);
    assertThat(fills.share(2, 500)).isEqualTo(7_500);
    assertThat(fills.share(2, 5_000)).isEqualTo(5_000);
  }

  @Test
  void ordersAllocateNothing() {
    ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ComboDesk desk = desk(FillConvention.BY_LEGS, OptionCommission.INTERACTIVE_BROKERS);
    Legs combo = new Legs();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long before = counter.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        combo.clear().add(P90, 1).add(P95, -1).add(C105, -1).add(C110, 1);
        desk.execute(combo, 1, 0);
        desk.execute(combo, -1, 0);
      }
      least = Math.min(least, counter.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
