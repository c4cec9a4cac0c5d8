package io.tradinggym.options.lifecycle;

import static io.tradinggym.options.lifecycle.Desk.CENT;
import static io.tradinggym.options.lifecycle.Desk.DAY;
import static io.tradinggym.options.lifecycle.Desk.FAR;
import static io.tradinggym.options.lifecycle.Desk.NEAR;
import static io.tradinggym.options.lifecycle.Desk.SHARE;
import static io.tradinggym.options.lifecycle.Desk.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Style;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Worked by hand: a million dollars, one share, options with a strike of $120 on 100 shares. */
class ContractLifeTest {
  private static final EarlyExercise BEFORE_DIVIDENDS =
      (holder, option, dividend, years) -> dividend > 0;

  private final Account account = Desk.account();
  private final RandomStream random = RandomStreams.of(1).stream("assignment");
  private final ContractLife life =
      new ContractLife(account, BEFORE_DIVIDENDS, AssignmentLaw.RATIONAL);

  private long gained() {
    account.verify();
    return Math.floorDiv(account.equity() - 1_000_000 * Money.UNITS, Money.UNITS);
  }

  private void trade(int option, long contracts, long cents) {
    account.trade(option, contracts, cents, 0, 0);
    account.mark(option, cents);
  }

  /** The evening of a day on which the share closed at so many cents. */
  private void evening(int day, long close, long dividend) {
    account.mark(SHARE, close);
    life.evening(SHARE, day * DAY, dividend, random);
    account.verify();
  }

  @Test
  void aPremiumIsPaidInCashAndChangesNoEquity() {
    int call = find(Right.CALL, Style.AMERICAN, FAR, 0);
    trade(call, 3, 250);
    assertThat(account.cash()).isEqualTo((1_000_000 - 750) * Money.UNITS);
    assertThat(gained()).isZero();
  }

  /** One cent in the money is exercised, and nothing less: cash-settled, so that no shares hide it. */
  @Test
  void exerciseByExceptionBeginsAtACent() {
    int call = find(Right.CALL, Style.EUROPEAN, NEAR, 0);
    trade(call, 1, 0);
    evening(NEAR, 12_001, 0);
    assertThat(account.cash()).isEqualTo(1_000_001 * Money.UNITS);
    assertThat(life.exercised()).isEqualTo(1);
    assertThat(life.assigned()).isZero();
    int put = find(Right.PUT, Style.EUROPEAN, NEAR, 0);
    trade(put, -1, 0);
    evening(NEAR, 11_999, 0);
    assertThat(account.cash()).isEqualTo(1_000_000 * Money.UNITS);
    assertThat(life.assigned()).isEqualTo(1);
    assertThat(life.exercised()).isZero();
    trade(call, 1, 0);
    evening(NEAR, 12_000, 0);
    assertThat(account.cash()).isEqualTo(1_000_000 * Money.UNITS);
    assertThat(life.exercised()).isZero();
    assertThat(account.lots(call)).isZero();
  }

  @Test
  void aCallThatExpiresInTheMoneyDeliversSharesAtTheStrike() {
    int call = find(Right.CALL, Style.AMERICAN, NEAR, 0);
    trade(call, 2, 300);
    evening(NEAR, 12_500, 0);
    assertThat(account.lots(call)).isZero();
    assertThat(account.lots(SHARE)).isEqualTo(200);
    // Premium 600, strike 24,000 paid for shares worth 25,000.
    assertThat(account.cash()).isEqualTo((1_000_000 - 600 - 24_000) * Money.UNITS);
    assertThat(gained()).isEqualTo(400);
  }

  @Test
  void aShortPutThatExpiresInTheMoneyIsAssigned() {
    int put = find(Right.PUT, Style.AMERICAN, NEAR, 0);
    trade(put, -1, 200);
    evening(NEAR, 11_500, 0);
    assertThat(account.lots(SHARE)).isEqualTo(100);
    // 200 received, 12,000 paid for shares worth 11,500.
    assertThat(account.cash()).isEqualTo((1_000_000 + 200 - 12_000) * Money.UNITS);
    assertThat(gained()).isEqualTo(-300);
  }

  @Test
  void oneCentInTheMoneyIsExercisedByExceptionAndAtTheMoneyIsNot() {
    int call = find(Right.CALL, Style.AMERICAN, NEAR, 0);
    trade(call, 1, 50);
    evening(NEAR, 12_001, 0);
    assertThat(account.lots(SHARE)).isEqualTo(100);
    assertThat(account.equity()).isEqualTo((1_000_000 - 50 + 1) * Money.UNITS);

    Account other = Desk.account();
    other.trade(call, 1, 50, 0, 0);
    other.mark(SHARE, 12_000);
    new ContractLife(other, BEFORE_DIVIDENDS, AssignmentLaw.RATIONAL)
        .evening(SHARE, NEAR * DAY, 0, random);
    assertThat(other.lots(call)).isZero();
    assertThat(other.lots(SHARE)).isZero();
    assertThat(other.equity()).isEqualTo((1_000_000 - 50) * Money.UNITS);
  }

  @Test
  void anOwnerMayAbandonWhatWouldBeExercised() {
    int call = find(Right.CALL, Style.AMERICAN, NEAR, 0);
    trade(call, 1, 50);
    account.mark(SHARE, 12_001);
    CorporateActions.abandon(account, call);
    evening(NEAR, 12_001, 0);
    assertThat(account.lots(SHARE)).isZero();
    assertThat(gained()).isEqualTo(-50);
  }

  @Test
  void anIndexOptionPaysTheDifferenceInCash() {
    int put = find(Right.PUT, Style.EUROPEAN, NEAR, 0);
    trade(put, -2, 100);
    // Nobody is assigned before expiry, however far in the money.
    evening(1, 6_000, 100 * CENT);
    assertThat(account.lots(put)).isEqualTo(-2);
    evening(NEAR, 11_750, 0);
    assertThat(account.lots(put)).isZero();
    assertThat(account.lots(SHARE)).isZero();
    assertThat(account.cash()).isEqualTo((1_000_000 + 200 - 500) * Money.UNITS);
  }

  @Test
  void aShortCallAssignedTheEveningBeforeTheExDateOwesTheDividend() {
    int call = find(Right.CALL, Style.AMERICAN, FAR, 0);
    trade(call, -1, 650);
    evening(1, 12_600, 80 * CENT);
    assertThat(account.lots(call)).isZero();
    assertThat(account.lots(SHARE)).isEqualTo(-100);
    CorporateActions.dividend(account, SHARE, 80 * CENT);
    account.mark(SHARE, 12_600 - 80);
    assertThat(account.balance(0, Entry.ACCRUED)).isEqualTo(-80 * Money.UNITS);
    account.settle();
    // 650 received, shares sold for 12,000 and owed at 12,520, dividend 80 paid.
    assertThat(account.cash()).isEqualTo((1_000_000 + 650 + 12_000 - 80) * Money.UNITS);
    assertThat(gained()).isEqualTo(650 + 12_000 - 12_520 - 80);
  }

  @Test
  void aCoveredCallAssignedBeforeTheExDateLosesTheDividend() {
    int call = find(Right.CALL, Style.AMERICAN, FAR, 0);
    account.mark(SHARE, 12_600);
    account.trade(SHARE, 100, 12_600, 0, 0);
    trade(call, -1, 650);
    evening(1, 12_600, 80 * CENT);
    assertThat(account.lots(SHARE)).isZero();
    CorporateActions.dividend(account, SHARE, 80 * CENT);
    assertThat(gained()).isEqualTo(50);
  }

  @Test
  void whoExercisesBeforeTheExDateReceivesTheDividend() {
    int call = find(Right.CALL, Style.AMERICAN, FAR, 0);
    trade(call, 1, 650);
    account.mark(SHARE, 12_600);
    assertThat(life.exercise(SHARE, DAY, 80 * CENT)).isEqualTo(1);
    CorporateActions.dividend(account, SHARE, 80 * CENT);
    account.settle();
    assertThat(account.lots(SHARE)).isEqualTo(100);
    assertThat(account.cash()).isEqualTo((1_000_000 - 650 - 12_000 + 80) * Money.UNITS);
  }

  @Test
  void nobodyExercisesOutOfTheMoney() {
    int call = find(Right.CALL, Style.AMERICAN, FAR, 0);
    trade(call, 1, 650);
    account.mark(SHARE, 12_000);
    assertThat(life.exercise(SHARE, DAY, 80 * CENT)).isZero();
  }

  @Test
  void assignmentIsDrawnContractByContract() {
    int put = find(Right.PUT, Style.AMERICAN, FAR, 0);
    int contracts = 10_000;
    double share = 0.3;
    ContractLife some = new ContractLife(account, EarlyExercise.NEVER, new AssignmentLaw(1, share));
    trade(put, -contracts, 3_000);
    account.mark(SHARE, 9_000);
    long assigned = some.evening(SHARE, DAY, 0, random);
    double deviation = Math.sqrt(contracts * share * (1 - share));
    assertThat((double) assigned)
        .isBetween(contracts * share - 4 * deviation, contracts * share + 4 * deviation);
    assertThat(account.lots(SHARE)).isEqualTo(100 * assigned);
    assertThat(gained()).as("puts sold at what they are worth").isZero();
  }

  @Test
  void optionsNeedAMarkOfTheirUnderlying() {
    trade(find(Right.PUT, Style.AMERICAN, NEAR, 0), -1, 100);
    assertThatThrownBy(() -> life.evening(SHARE, NEAR * DAY, 0, random))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("XYZ must be marked");
  }

  @Test
  void eveningsAllocateNothing() {
    ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ContractLife rational =
        new ContractLife(account, new OptimalExercise(.05, .2), new AssignmentLaw(.5, .1));
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long before = counter.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        account.reset(1_000_000 * Money.UNITS);
        account.mark(SHARE, 9_000 + 60L * i);
        for (int option = 1; option <= Desk.OPTIONS; option++) {
          account.trade(option, option % 3 == 0 ? 2 : -2, 500, 0, 0);
        }
        rational.exercise(SHARE, DAY, 100 * CENT);
        rational.evening(SHARE, DAY, 100 * CENT, random);
        rational.evening(SHARE, FAR * DAY, 0, random);
      }
      least = Math.min(least, counter.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
