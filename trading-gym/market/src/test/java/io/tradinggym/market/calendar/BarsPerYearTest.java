package io.tradinggym.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarsPerYearTest {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  @ParameterizedTest
  @CsvSource({
    "1, DAYS, 252, 365.25, 260",
    "1, WEEKS, 52, 52, 52",
    "2, WEEKS, 26, 26, 26",
    "1, MONTHS, 12, 12, 12",
    "3, MONTHS, 4, 4, 4",
    "1, HOURS, 1764, 8766, 6240",
    "4, HOURS, 504, 2191.5, 1560",
    "30, MINUTES, 3276, 17532, 12480",
    "5, MINUTES, 19656, 105192, 74880",
    "1, MINUTES, 98280, 525960, 374400"
  })
  void followTheCalendarAndTheLengthOfABar(
      int count, ChronoUnit unit, double stocks, double coins, double currencies) {
    BarLength length = new BarLength(count, unit);
    assertThat(new Nyse().barsPerYear(length)).isEqualTo(stocks);
    assertThat(new AroundTheClock().barsPerYear(length)).isEqualTo(coins);
    assertThat(new Forex().barsPerYear(length)).isEqualTo(currencies);
    assertThat(new NyseExtended().barsPerYear(BarLength.DAY)).isEqualTo(252);
  }

  @Test
  void ofExtendedHoursCountTheHoursBesideTheSession() {
    assertThat(new NyseExtended().barsPerYear(new BarLength(1, ChronoUnit.MINUTES)))
        .isEqualTo(252 * 960);
    assertThat(new NyseExtended().close(LocalDate.of(2024, 7, 3)))
        .isEqualTo(Instant.parse("2024-07-03T21:00:00Z"));
    assertThatThrownBy(() -> new NyseExtended().open(LocalDate.of(2024, 7, 4)))
        .hasMessageContaining("2024-07-04");
  }

  @Test
  void aLengthIsTheShortestUsualStep() {
    long[] hours = LongStream.range(0, 100).map(i -> (i / 7 * 24 + i % 7) * HOUR).toArray();
    assertThat(BarLength.of(hours, false)).hasToString("1 hour");
    long[] days = LongStream.range(0, 100).map(i -> (i / 5 * 7 + i % 5) * DAY).toArray();
    assertThat(BarLength.of(days, true)).isEqualTo(BarLength.DAY);
    long[] weeks = LongStream.range(0, 60).map(i -> i * 7 * DAY).toArray();
    weeks[30] -= DAY;
    assertThat(BarLength.of(weeks, true)).hasToString("1 week");
    long[] months =
        LongStream.range(0, 40)
            .map(i -> LocalDate.of(2020, 1, 1).plusMonths(i).toEpochDay() * DAY)
            .toArray();
    assertThat(BarLength.of(months, true)).hasToString("1 month");
    assertThat(BarLength.of(new long[] {0, 90 * DAY, 181 * DAY, 273 * DAY}, true))
        .hasToString("3 months");
    assertThat(BarLength.of(new long[] {0}, true)).isEqualTo(BarLength.DAY);
    assertThat(BarLength.of(new long[] {0, 300_000, 600_000}, false)).hasToString("5 minutes");
  }

  @Test
  void refusesLengthsThatAreNone() {
    assertThatThrownBy(() -> new BarLength(0, ChronoUnit.DAYS)).hasMessageContaining("> 0");
    assertThatThrownBy(() -> new BarLength(1, ChronoUnit.SECONDS)).hasMessageContaining("MINUTES");
  }

  @Test
  void currenciesTradeFromSundayToFriday() {
    Forex forex = new Forex();
    assertThat(forex.open(LocalDate.of(2024, 1, 8)))
        .isEqualTo(Instant.parse("2024-01-07T22:00:00Z"));
    assertThat(forex.next(LocalDate.of(2024, 1, 5))).isEqualTo("2024-01-08");
    assertThatThrownBy(() -> forex.close(LocalDate.of(2024, 1, 6)))
        .hasMessageContaining("2024-01-06");
  }
}
