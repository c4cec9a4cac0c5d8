package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract.Right;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums over what is held, and questions about single positions, by hand. */
class PositionsTest {
  private static final InversePerpetual INVERSE =
      new InversePerpetual(
          "BTCUSD-PERP", new Currency("BTC"), new Currency("USD"), Money.UNITS / 2, Money.of("1"));

  private static Account two() {
    Account account =
        new Account(
            List.of(Equity.printed("A"), Equity.printed("B")),
            Currency.USD,
            FlatMargin.leverage(2),
            2);
    account.reset(Money.of("100000"));
    return account;
  }

  @Test
  void grossAndNetFollowTradesAndMarks() {
    Account account = two();
    Positions positions = account.positions();
    account.trade(0, 30, 10_000, 0, 0);
    assertThat(positions.mayBeShort()).isFalse();
    account.trade(1, -20, 5_000, 0, 0);
    assertThat(positions.gross()).isEqualTo(Money.of("4000"));
    assertThat(positions.net()).isEqualTo(Money.of("2000"));
    assertThat(positions.mayBeShort()).isTrue();
    account.mark(0, 11_000);
    account.mark(1, 7_000);
    assertThat(positions.gross()).isEqualTo(Money.of("4700"));
    assertThat(positions.net()).isEqualTo(Money.of("1900"));
    // 10 of the first, or the second turned: its 1,400 go.
    assertThat(positions.grossWith(0, 10)).isEqualTo(Money.of("2500"));
    assertThat(positions.grossWith(1, 5)).isEqualTo(Money.of("3650"));
    account.trade(1, 20, 7_000, 0, 0);
    assertThat(positions.net()).isEqualTo(Money.of("3300"));
    assertThat(positions.mayBeShort()).isFalse();
    assertThat(World.account(1).positions().mayBeShort())
        .as("several currencies: nobody has looked")
        .isTrue();
  }

  @Test
  void shrinkingIsGettingSmallerOnTheSameSide() {
    Account account = two();
    account.trade(0, 10, 10_000, 0, 0);
    account.trade(1, -10, 10_000, 0, 0);
    Positions positions = account.positions();
    for (long lots : new long[] {10, 9, 1, 0}) {
      assertThat(positions.shrinks(0, lots)).as("%d of 10", lots).isTrue();
      assertThat(positions.shrinks(1, -lots)).as("%d of -10", -lots).isTrue();
    }
    for (long lots : new long[] {11, -1, -10}) {
      assertThat(positions.shrinks(0, lots)).as("%d of 10", lots).isFalse();
      assertThat(positions.shrinks(1, -lots)).as("%d of -10", -lots).isFalse();
    }
  }

  @Test
  void anOptionThatIsListedByItsTermsIsMadeWhenItIsAskedFor() {
    Account account = two();
    int call = account.list(0, new OptionTerms().of(Right.CALL, 10_000, 1_000));
    assertThat(account.positions().made(0)).isTrue();
    assertThat(account.positions().made(call)).isFalse();
    assertThat(account.instrument(call).symbol()).contains("A");
    assertThat(account.positions().made(call)).isTrue();
  }

  @Test
  void whatWasThereFromTheStartStaysAndAnEmptyPlaceHasNothingToLose() {
    Account account = two();
    assertThatThrownBy(() -> account.delist(1)).hasMessage("B was there from the start and stays");
    assertThatThrownBy(() -> account.delist(2)).hasMessage("nothing is listed in slot 2");
  }

  /** A share loses 3 cents on each of 10; a dollar of coins is worth 1/8,000 at 16,000 ticks of half a dollar. */
  @Test
  void aMoveAgainstAPositionCostsSoMuch() {
    Account account = two();
    assertThat(account.moved(0, 10_000, 3, -10)).isEqualTo(Money.of("0.30"));
    Account coins = new Account(List.of(INVERSE), new Currency("BTC"), FlatMargin.leverage(2));
    coins.reset(Money.of("1"));
    assertThat(coins.inverse(0)).isTrue();
    assertThat(account.inverse(0)).isFalse();
    // 8,000 dollars are one coin; 160 ticks of 16,000 are a hundredth of it.
    assertThat(coins.moved(0, 16_000, 160, 8_000)).isEqualTo(Money.of("0.01"));
    assertThat(coins.moved(0, 16_000, 160, -8_001)).as("rounded up").isEqualTo(1_000_125);
    assertThat(coins.moved(0, 16_000, 161, -1)).isEqualTo(126);
  }
}
