package io.tradinggym.options.lifecycle;

import static io.tradinggym.options.lifecycle.Desk.FAR;
import static io.tradinggym.options.lifecycle.Desk.SHARE;
import static io.tradinggym.options.lifecycle.Desk.contract;
import static io.tradinggym.options.lifecycle.Desk.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Style;
import org.junit.jupiter.api.Test;

/** What the clearing house makes of a contract on 100 shares with a strike of $120. */
class SplitTermsTest {
  private static final int CALL = find(Right.CALL, Style.AMERICAN, FAR, 0);

  private static int after(int split) {
    return find(Right.CALL, Style.AMERICAN, FAR, split);
  }

  /**
   * Five calls sold at $9 and 50 shares held at $126, split; then the share falls to so many cents and the calls are
   * assigned.
   */
  private static Account assigned(int split, long close) {
    Account account = Desk.account();
    account.mark(SHARE, 12_600);
    account.trade(SHARE, 50, 12_600, 0, 0);
    account.trade(CALL, -5, 900, 0, 0);
    long news = Desk.SPLITS[split][0];
    long olds = Desk.SPLITS[split][1];
    long before = account.equity();
    CorporateActions.split(account, SHARE, news, olds);
    CorporateActions.adjust(account, CALL, after(split), news, olds);
    assertThat(account.equity()).isEqualTo(before);
    assertThat(account.lots(CALL)).isZero();
    account.mark(SHARE, close);
    CorporateActions.expire(account, after(split));
    account.verify();
    return account;
  }

  @Test
  void fourForOneMakesFourContractsAtAQuarterOfTheStrike() {
    assertThat(contract(after(1)).strikeTicks()).isEqualTo(3_000);
    assertThat(contract(after(1)).multiplier()).isEqualTo(100);
    Account account = assigned(1, 3_100);
    assertThat(account.lots(SHARE)).isEqualTo(4 * 50 - 20 * 100);
    assertThat(account.cash()).isEqualTo((1_000_000 - 6_300 + 4_500 + 60_000) * Money.UNITS);
  }

  @Test
  void threeForTwoDelivers150SharesAtTwoThirdsOfTheStrike() {
    assertThat(contract(after(2)).strikeTicks()).isEqualTo(8_000);
    assertThat(contract(after(2)).multiplier()).isEqualTo(150);
    Account account = assigned(2, 8_200);
    assertThat(account.lots(SHARE)).isEqualTo(75 - 5 * 150);
    assertThat(account.cash()).isEqualTo((1_000_000 - 6_300 + 4_500 + 60_000) * Money.UNITS);
  }

  @Test
  void oneForTenDeliversTenSharesForTheSameMoney() {
    assertThat(contract(after(3)).strikeTicks()).isEqualTo(120_000);
    assertThat(contract(after(3)).multiplier()).isEqualTo(10);
    Account account = assigned(3, 125_000);
    assertThat(account.lots(SHARE)).isEqualTo(5 - 5 * 10);
    assertThat(account.cash()).isEqualTo((1_000_000 - 6_300 + 4_500 + 60_000) * Money.UNITS);
  }

  @Test
  void strikesAreRoundedToTheNearestTick() {
    OptionContract odd =
        new OptionContract(
            "odd",
            contract(CALL).underlying(),
            Right.PUT,
            Style.AMERICAN,
            contract(CALL).settlement(),
            12_500,
            contract(CALL).expiry(),
            contract(CALL).tickSize(),
            100);
    assertThat(SplitTerms.adjusted(odd, "3:2", 3, 2).strikeTicks()).isEqualTo(8_333);
    assertThat(SplitTerms.adjusted(odd, "3:1", 3, 1).strikeTicks()).isEqualTo(4_167);
  }

  @Test
  void partsOfSharesAreRefused() {
    assertThatThrownBy(() -> SplitTerms.adjusted(contract(CALL), "4:3", 4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parts of shares: 400 of 3");
  }

  @Test
  void aContractIsNotReplacedByOneOfOtherTerms() {
    Account account = Desk.account();
    account.trade(CALL, 1, 900, 0, 0);
    assertThatThrownBy(() -> CorporateActions.adjust(account, CALL, after(1), 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not make");
    account.trade(after(1), 1, 225, 0, 0);
    assertThatThrownBy(() -> CorporateActions.adjust(account, CALL, after(1), 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("held already");
    assertThat(account.lots(CALL)).isEqualTo(1);
  }
}
