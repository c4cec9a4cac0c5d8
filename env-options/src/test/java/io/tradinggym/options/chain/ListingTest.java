package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.calendar.Nyse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
  private static final Nyse NYSE = new Nyse();

  @ParameterizedTest
  @CsvSource({
    "2025-08, 2025-08-15",
    "2025-09, 2025-09-19",
    // Good Friday.
    "2019-04, 2019-04-18",
    "2022-04, 2022-04-14",
    "2024-01, 2024-01-19"
  })
  void monthlyOptionsExpireOnTheThirdFridayOrTheSessionBefore(YearMonth month, LocalDate expected) {
    assertThat(ExpiryRule.monthly(month, NYSE)).isEqualTo(expected);
  }

  @Test
  void expiriesOfAStockAreThoseThatTheExchangeHad() {
    // MSFT as listed on 2021-11-22: weeklies to the end of the year, months by the January cycle,
    // Januaries.
    List<Expiry> listed = ExpiryRule.STOCK.listed(LocalDate.of(2021, 11, 22), NYSE);
    assertThat(listed)
        .extracting(Expiry::date)
        .containsExactly(
            LocalDate.of(2021, 11, 26),
            LocalDate.of(2021, 12, 3),
            LocalDate.of(2021, 12, 10),
            LocalDate.of(2021, 12, 17),
            // Christmas Eve was kept as a holiday that Friday.
            LocalDate.of(2021, 12, 23),
            LocalDate.of(2021, 12, 31),
            LocalDate.of(2022, 1, 21),
            LocalDate.of(2022, 4, 14),
            LocalDate.of(2022, 7, 15),
            LocalDate.of(2023, 1, 20),
            LocalDate.of(2024, 1, 19));
  }

  @Test
  void anExpiryDayIsStillListedAndTheDayAfterIsNot() {
    ExpiryRule rule = new ExpiryRule(1, 0, 0, 0);
    LocalDate third = LocalDate.of(2025, 9, 19);
    assertThat(rule.listed(third, NYSE).getFirst().date()).isEqualTo(third);
    assertThat(rule.listed(third.plusDays(1), NYSE).getFirst().date())
        .isEqualTo(LocalDate.of(2025, 10, 17));
  }

  @Test
  void theLargestFundsExpireEverySession() {
    List<Expiry> listed = ExpiryRule.DAILY.listed(LocalDate.of(2025, 8, 29), NYSE);
    assertThat(listed.stream().map(Expiry::date))
        .startsWith(LocalDate.of(2025, 8, 29), LocalDate.of(2025, 9, 2))
        .allMatch(NYSE::isSession);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, MONTHLY, 20, 2.5",
    "STANDARD, MONTHLY, 25, 5",
    "STANDARD, MONTHLY, 200, 5",
    "STANDARD, MONTHLY, 201, 10",
    "STANDARD, WEEKLY, 20, .5",
    "STANDARD, WEEKLY, 100, 1",
    "STANDARD, WEEKLY, 300, 2.5",
    "DOLLAR, MONTHLY, 100, 1",
    "DOLLAR, LEAPS, 100, 5",
    "DENSE, MONTHLY, 640, 1",
    "DENSE, LEAPS, 640, 10"
  })
  void strikesStandApartByPriceAndProgram(
      StrikeRule.Program program, ExpiryKind kind, double spot, double step) {
    assertThat(new StrikeRule(program, 0.25).step(spot, kind)).isEqualTo(step);
  }

  @Test
  void firstStrikesReachAQuarterOnBothSides() {
    StrikeRule rule = new StrikeRule(StrikeRule.Program.STANDARD, 0.25);
    assertThat(rule.lowest(101, 5) * 5).isEqualTo(80);
    assertThat(rule.highest(101, 5) * 5).isEqualTo(125);
    assertThat(rule.lowest(1, 2.5)).as("never zero").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PENNY, 512.3, 512, 513",
    "PENNY_PROGRAM, 299.5, 299, 300",
    "PENNY_PROGRAM, 301, 300, 305",
    "NICKEL, 12, 10, 15",
    "NICKEL, 304, 300, 310",
    "NICKEL, 3, 0, 5",
    "PENNY, -4, 0, 1"
  })
  void premiumsAreRoundedAwayFromTheTrader(TickRule rule, double cents, int down, int up) {
    assertThat(rule.down(cents)).isEqualTo(down);
    assertThat(rule.up(cents)).isEqualTo(up);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 25",
    "199, 25",
    "200, 40",
    "499, 40",
    "500, 50",
    "999, 50",
    "1000, 80",
    "1999, 80",
    "2000, 100",
    "50000, 100"
  })
  void quotesAreNoWiderThanTheClassicRule(double bidCents, int limit) {
    assertThat(QuoteWidth.limitCents(bidCents, 30)).isEqualTo(limit);
    assertThat(QuoteWidth.limitCents(bidCents, 300)).as("long-dated").isEqualTo(2 * limit);
  }

  @Test
  void aQuoteIsAsWideAsItsDeltaAndDaysSay() {
    QuoteWidth width = new QuoteWidth(2, 1.5, 0, 1);
    assertThat(width.inVolatility(30)).isEqualTo(.02);
    assertThat(width.inVolatility(120)).isEqualTo(.01);
    assertThat(width.inVolatility(0)).as("a day at least").isEqualTo(.02 * Math.sqrt(30));
    assertThat(width.wing(.5)).isEqualTo(1);
    assertThat(width.wing(-.1)).isCloseTo(1 + 4 * 1.5 * .16, within(1e-15));
    assertThat(width.stressed(3).inVolatility(30)).isCloseTo(.06, within(1e-15));
  }

  @Test
  void askingOutsideTheCalendarNamesItsSpan() {
    LocalDate from = LocalDate.of(2025, 1, 1);
    ExpiryCalendar calendar = ExpiryCalendar.of(ExpiryRule.STOCK, NYSE, from, from.plusDays(9));
    assertThatThrownBy(() -> calendar.listed((int) from.toEpochDay() + 10))
        .hasMessage("day must be in 2025-01-01 .. 2025-01-10, was 2025-01-11");
  }
}
