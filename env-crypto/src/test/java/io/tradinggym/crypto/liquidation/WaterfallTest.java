package io.tradinggym.crypto.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.Tables;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Perpetual;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long 1 BTC at 50,000, 20x isolated, tier 0.5 % less 50: the worked liquidation, to the cent. */
class WaterfallTest {
  private static final LiquidationTerms WHOLE = new LiquidationTerms(12_500, false);
  private static final LiquidationTerms BY_TIERS = new LiquidationTerms(500, true);

  /** A trader long, two shorts against; 10,000 each. */
  private static Desk desk(MarginTiers tiers, LiquidationTerms terms) {
    Desk desk = new Desk(List.of(Desk.LINEAR), tiers, terms, 2);
    desk.trader.reset(Money.of("10000"));
    desk.others[0].reset(Money.of("40000"));
    desk.others[1].reset(Money.of("10000"));
    desk.maker.reset(Money.of("1000000"));
    desk.trader.isolation().set(0, true);
    desk.trader.isolation().leverage(0, 20);
    Desk.deal(desk.trader, desk.others[0], 0, 600, 500_000);
    Desk.deal(desk.trader, desk.others[1], 0, 400, 500_000);
    assertThat(desk.trader.isolation().margin(0)).isEqualTo(Money.of("2500"));
    return desk;
  }

  private static void agree(Desk desk, long before) {
    desk.everybody().forEach(account -> account.verify());
    assertThat(desk.money()).as("no money appears or is lost").isEqualTo(before);
    assertThat(desk.trader.equity()).as("the trader loses 2,500").isEqualTo(Money.of("7500"));
    assertThat(desk.trader.cash()).isEqualTo(Money.of("7500"));
    assertThat(desk.trader.lots(0)).isZero();
    assertThat(desk.cancelled).isOne();
  }

  @Test
  void shouldStandUntilTheLiquidationPrice() {
    Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
    assertThat(Bankruptcy.ticks(desk.trader, 0)).isEqualTo(475_000);
    desk.mark(0, 476_885);
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.NONE);
    assertThat(desk.cancelled).isZero();
    desk.mark(0, 476_884);
    desk.quote = 476_000;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.CLOSED);
  }

  @Test
  void shouldTakeTheFeeAsFarAsThereIsMoney() {
    Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
    long before = desk.money();
    desk.mark(0, 476_884);
    desk.quote = 476_000;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.CLOSED);
    assertThat(desk.waterfall.fees()).as("595, but 100 are left").isEqualTo(Money.of("100"));
    assertThat(desk.fund.equity()).isEqualTo(Money.of("100"));
    agree(desk, before);
  }

  /**
   * Closed on the market at 47,600: 100 of the margin are left, of which the fund gets 0.05 % of 47,600 and no more.
   */
  @Test
  void shouldGiveBackWhatTheFeeLeaves() {
    Desk desk = desk(Tables.HALF_PERCENT, new LiquidationTerms(500, false));
    long before = desk.money();
    desk.mark(0, 476_884);
    desk.quote = 476_000;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.CLOSED);
    assertThat(desk.waterfall.fees()).isEqualTo(Money.of("23.80"));
    assertThat(desk.fund.equity()).isEqualTo(Money.of("23.80"));
    assertThat(desk.trader.cash()).isEqualTo(Money.of("7576.20"));
    assertThat(desk.money()).isEqualTo(before);
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.NONE);
    assertThat(desk.waterfall.fees()).as("of a run in which nothing was due").isZero();
  }

  /** 2,620 of 3,000 are lost, 386.90 needed for two, half of that for one: of equal ones the first goes. */
  @Test
  void shouldCloseTheFirstOfTwoThatNeedAsMuch() {
    Perpetual twin = new Perpetual("TWIN-PERP", Desk.BTC, Desk.USDT, Money.UNITS / 10, 1_000);
    Desk desk =
        new Desk(
            List.of(Desk.LINEAR, twin), Tables.HALF_PERCENT, new LiquidationTerms(500, false), 0);
    desk.trader.reset(Money.of("3000"));
    for (int asset = 0; asset < 2; asset++) {
      Desk.deal(desk.trader, desk.maker, asset, 1_000, 500_000);
      desk.mark(asset, 487_000);
    }
    assertThat(desk.liquidate(desk.trader)).as("400 for 387").isEqualTo(LiquidationStep.NONE);
    for (int asset = 0; asset < 2; asset++) {
      desk.mark(asset, 486_900);
    }
    desk.quote = 486_900;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.CLOSED);
    assertThat(desk.trader.lots(0)).isZero();
    assertThat(desk.trader.lots(1)).isEqualTo(1_000);
  }

  @Test
  void shouldLetTheFundBearAGap() {
    Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
    desk.fund.reset(Money.of("1000"));
    long before = desk.money();
    desk.mark(0, 473_000);
    desk.quote = 473_000;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.TAKEN_OVER);
    assertThat(desk.fund.equity()).isEqualTo(Money.of("800"));
    assertThat(desk.fund.lots(0)).isZero();
    agree(desk, before);
  }

  /** 200 are lost, to the unit: with all of it the fund bears it, with a unit less the winners do. */
  @Test
  void shouldSpendTheWholeFund() {
    for (long missing : new long[] {0, 1}) {
      Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
      desk.fund.reset(Money.of("200") - missing);
      desk.mark(0, 473_000);
      desk.quote = 473_000;
      assertThat(desk.liquidate(desk.trader))
          .isEqualTo(missing == 0 ? LiquidationStep.TAKEN_OVER : LiquidationStep.DELEVERAGED);
      assertThat(desk.fund.equity()).isEqualTo(missing == 0 ? 0 : Money.of("200") - 1);
    }
  }

  @Test
  void shouldDeleverageTheWinnersAtTheBankruptcyPriceWhenTheFundIsEmpty() {
    Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
    long before = desk.money();
    desk.mark(0, 473_000);
    desk.quote = 473_000;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.DELEVERAGED);
    assertThat(desk.fund.equity()).isZero();
    assertThat(desk.others[0].lots(0)).isZero();
    assertThat(desk.others[0].equity()).as("600 lots x 2,500").isEqualTo(Money.of("41500"));
    assertThat(desk.others[1].equity()).as("400 lots x 2,500").isEqualTo(Money.of("11000"));
    agree(desk, before);
  }

  @Test
  void shouldHoldWhatItTookWhileNobodyTrades() {
    Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
    desk.fund.reset(Money.of("1000"));
    long before = desk.money();
    desk.mark(0, 473_000);
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.TAKEN_OVER);
    assertThat(desk.fund.lots(0)).isEqualTo(1_000);
    assertThat(desk.fund.equity()).isEqualTo(Money.of("800"));
    agree(desk, before);
  }

  @Test
  void shouldSayWhenNobodyIsLeft() {
    Desk desk = new Desk(List.of(Desk.LINEAR), Tables.HALF_PERCENT, WHOLE, 0);
    desk.trader.reset(Money.of("10000"));
    desk.trader.isolation().set(0, true);
    desk.trader.isolation().leverage(0, 20);
    Desk.deal(desk.trader, desk.maker, 0, 1_000, 500_000);
    long before = desk.money();
    desk.mark(0, 473_000);
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.UNCOVERED);
    assertThat(desk.fund.equity()).isEqualTo(-Money.of("200"));
    agree(desk, before);
  }

  @Test
  void shouldReduceTierByTierUntilTheRestStands() {
    Desk desk = new Desk(List.of(Desk.LINEAR), Tables.BTC_2024, BY_TIERS, 0);
    desk.trader.reset(Money.of("200000"));
    Desk.deal(desk.trader, desk.maker, 0, 100_000, 500_000);
    long before = desk.money();
    // 4.834 million at 1 % less 11,450 are 36,890; of 200,000, 166,000 are lost.
    desk.mark(0, 483_400);
    desk.quote = 483_400;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.REDUCED);
    assertThat(desk.trader.lots(0)).as("3 million").isEqualTo(62_060);
    assertThat(desk.fund.equity()).as("0.05 % of 37.94 at 48,340").isEqualTo(Money.of("917.0098"));
    assertThat(desk.trader.mustLiquidate()).isFalse();
    assertThat(desk.money()).isEqualTo(before);
    desk.trader.verify();
  }

  @Test
  void shouldCloseSharedPositionsUntilTheOthersStand() {
    Desk desk = new Desk(List.of(Desk.LINEAR, Desk.OTHER), Tables.BTC_2024, WHOLE, 0);
    desk.trader.reset(Money.of("3000"));
    desk.fund.reset(Money.of("10000"));
    Desk.deal(desk.trader, desk.maker, 0, 1_000, 500_000);
    Desk.deal(desk.trader, desk.maker, 1, 1_000, 200_000);
    long before = desk.money();
    desk.mark(0, 450_000);
    desk.quote = Exit.NOBODY;
    assertThat(desk.liquidate(desk.trader)).isEqualTo(LiquidationStep.TAKEN_OVER);
    assertThat(desk.trader.equity()).isNotNegative();
    assertThat(desk.trader.lots(0)).isZero();
    assertThat(desk.money()).isEqualTo(before);
    desk.everybody().forEach(account -> account.verify());
  }

  @Test
  void shouldScoreAsTheWorkedExample() {
    assertThat(Deleveraging.score(800, 1_000, 250)).isCloseTo(0.1111, within(5e-5));
    assertThat(Deleveraging.score(-800, 1_000, 250)).as("losers last").isZero();
    assertThat(Deleveraging.score(800, -900, 250)).as("nothing left").isZero();
    assertThat(Deleveraging.score(8, 0.5, 2)).as("tiny wallets count as 1").isEqualTo(8 * 2 / 8.5);
  }

  @Test
  void shouldRankTheWinningSideByScore() {
    Desk desk = desk(Tables.HALF_PERCENT, WHOLE);
    desk.mark(0, 480_000);
    Deleveraging queue = new Deleveraging(desk.others);
    assertThatThrownBy(() -> queue.at(0)).hasMessage("nobody is ranked, place was 0");
    assertThat(queue.rank(0, false)).isEqualTo(2);
    assertThat(queue.rank(0, true)).as("no longs among them").isZero();
    assertThatThrownBy(() -> queue.at(0))
        .as("a place of before")
        .hasMessage("nobody is ranked, place was 0");
    assertThatThrownBy(() -> queue.lights(0)).hasMessage("nobody is ranked, place was 0");
    assertThat(queue.rank(0, false)).isEqualTo(2);
    assertThatThrownBy(() -> queue.lights(2)).hasMessage("place must be in 0 .. 1, was 2");
    assertThatThrownBy(() -> queue.at(-1)).hasMessage("place must be in 0 .. 1, was -1");
    double first = Deleveraging.score(desk.others[queue.at(0)], 0);
    assertThat(first).isGreaterThan(Deleveraging.score(desk.others[queue.at(1)], 0));
    assertThat(queue.at(0)).as("more leverage on the smaller wallet").isEqualTo(1);
    assertThat(queue.lights(0)).isEqualTo(5);
    assertThat(queue.lights(1)).isEqualTo(3);
  }
}
