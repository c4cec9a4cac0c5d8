package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.SpotPair;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Interest on borrowed money and borrowed coins. */
class BorrowingTest {
  private static final long HOUR = 3_600_000L;
  private static final long YEAR = 365 * 24 * HOUR;
  private static final Currency USDT = new Currency("USDT");
  private static final SpotPair PAIR =
      new SpotPair("BTC/USDT", new Currency("BTC"), USDT, Money.UNITS / 10, 1_000);

  private static Account account(String cash) {
    Account account = new Account(List.of(PAIR), USDT, FlatMargin.leverage(10));
    account.reset(Money.of(cash));
    return account;
  }

  @Example
  void anHourOfBorrowedMoneyCostsItsPartOfTheYear() {
    Account account = account("10000");
    account.trade(0, 400, 500_000, 0, 0);
    assertThat(account.cash()).isEqualTo(-Money.of("10000"));
    new Borrowing(100_000, 50_000).charge(account, HOUR);
    assertThat(account.cash())
        .as("10,000 x 10 % / 8,760, rounded up")
        .isEqualTo(-Money.of("10000.11415526"));
    assertThat(account.stepCarry()).isEqualTo(Money.of("0.11415526"));
    account.verify();
  }

  @Example
  void borrowedCoinsCostTheirWorthAtTheMark() {
    Account account = account("10000");
    account.trade(0, -400, 500_000, 0, 0);
    account.mark(0, 525_600);
    new Borrowing(100_000, 50_000).charge(account, HOUR);
    assertThat(account.stepCarry()).as("21,024 x 5 % / 8,760").isEqualTo(Money.of("0.12"));
    account.verify();
  }

  @Example
  void whoOwesNothingPaysNothing() {
    Account account = account("10000");
    account.trade(0, 200, 500_000, 0, 0);
    new Borrowing(100_000, 50_000).charge(account, YEAR);
    assertThat(account.equity()).isEqualTo(Money.of("10000"));
  }

  /** To the unit, for any debt, rate and time, against arithmetic without limits. */
  @Property
  void interestIsExactAndRoundedAgainstTheBorrower(
      @ForAll @LongRange(min = 1, max = 9_000_000_000L) long debt,
      @ForAll @LongRange(max = 10_000_000) long rate,
      @ForAll @LongRange(min = 1, max = YEAR / 100) long millis) {
    Account account = new Account(List.of(PAIR), USDT, FlatMargin.leverage(10));
    account.reset(-debt * Money.UNITS);
    new Borrowing(rate, 0).charge(account, millis);
    BigInteger units = BigInteger.valueOf(debt).multiply(BigInteger.valueOf(Money.UNITS));
    long expected =
        new BigDecimal(
                units.multiply(BigInteger.valueOf(rate)).multiply(BigInteger.valueOf(millis)))
            .divide(new BigDecimal(YEAR).movePointRight(6), 0, RoundingMode.CEILING)
            .longValueExact();
    assertThat(account.stepCarry()).isEqualTo(expected);
    account.verify();
  }
}
