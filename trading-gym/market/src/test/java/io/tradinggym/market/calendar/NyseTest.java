package io.tradinggym.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NyseTest {
  private static final Nyse NYSE = new Nyse();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001-09-11", "2004-06-11", "2007-01-02", "2012-10-29", "2018-12-05", "2025-01-09",
            "2022-06-20", "2023-06-19",
        "2024-03-29", "2021-04-02", "2020-07-03", "2021-07-05", "2021-12-24", "2022-12-26",
            "2023-01-02", "2024-01-15",
        "2024-02-19", "2024-05-27", "2024-09-02", "2024-11-28"
      })
  void shouldStayClosed(LocalDate date) {
    assertThat(NYSE.isSession(date)).isFalse();
  }

  /** Of the exchange's list of closings: war and mourning, books to be brought up to date, holidays given up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1933-03-04", "1933-03-06", "1933-03-10", "1933-03-11", "1933-03-13", "1933-03-14",
        "1929-11-01", "1933-08-05", "1945-08-15", "1946-05-25", "1950-07-29", "1952-06-07",
        "1954-01-02", "1937-11-11", "1953-10-12", "1952-02-12", "1939-11-23", "1938-11-24",
        "1940-11-05", "1967-11-07", "1976-11-02", "1963-11-25", "1968-06-12", "1969-07-21",
        "1977-07-14", "1985-09-27", "1994-04-27", "1965-05-31", "1969-05-30", "1964-02-21",
        "1970-02-23"
      })
  void shouldHaveStayedClosed(LocalDate date) {
    assertThat(NYSE.isSession(date)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1933-03-03", "1933-03-15", "1952-05-24", "1951-05-26", "1970-05-29", "1997-01-20",
        "1954-02-12", "1954-10-12", "1969-11-04", "1984-11-06", "1938-11-17", "1939-11-30",
        "1953-07-03", "1968-07-03", "1990-01-15"
      })
  void shouldHaveTraded(LocalDate date) {
    assertThat(NYSE.isSession(date)).isTrue();
  }

  @Test
  void shouldReopenTenDaysAfterTheBanksWereClosed() {
    assertThat(NYSE.next(LocalDate.of(1933, 3, 3))).isEqualTo("1933-03-15");
  }

  /** Sessions of a year, as counted by the exchange: 1968 lost its Wednesdays, 2001 and 2012 some days. */
  @ParameterizedTest
  @CsvSource({
    "1968, 226",
    "1969, 250",
    "1970, 254",
    "1987, 253",
    "1996, 254",
    "2000, 252",
    "2001, 248",
    "2012, 250",
    "2018, 251",
    "2020, 253",
    "2022, 251",
    "2024, 252",
    "2025, 250"
  })
  void shouldHaveAsManySessionsAsTheYearHad(int year, long sessions) {
    LocalDate first = LocalDate.of(year, 1, 1);
    assertThat(first.datesUntil(first.plusYears(1)).filter(NYSE::isSession).count())
        .isEqualTo(sessions);
  }

  @Test
  void shouldKeepTheHoursOfItsTime() {
    assertThat(NYSE.open(LocalDate.of(1985, 9, 26)))
        .isEqualTo(Instant.parse("1985-09-26T14:00:00Z"));
    assertThat(NYSE.open(LocalDate.of(1985, 9, 30)))
        .isEqualTo(Instant.parse("1985-09-30T13:30:00Z"));
    assertThat(NYSE.close(LocalDate.of(1974, 9, 30)))
        .isEqualTo(Instant.parse("1974-09-30T19:30:00Z"));
    assertThat(NYSE.close(LocalDate.of(1974, 10, 1)))
        .isEqualTo(Instant.parse("1974-10-01T20:00:00Z"));
    assertThat(NYSE.close(LocalDate.of(1952, 5, 24)))
        .isEqualTo(Instant.parse("1952-05-24T16:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-12-31",
        "2021-06-18",
        "2010-12-31",
        "2024-10-14",
        "2024-11-11",
        "2024-04-01"
      })
  void shouldOpenOnDaysThatLookLikeHolidays(LocalDate date) {
    assertThat(NYSE.isSession(date)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-07-03",
        "2024-07-03",
        "2024-11-29",
        "2024-12-24",
        "2002-07-05",
        "2003-12-26"
      })
  void shouldCloseEarly(LocalDate date) {
    assertThat(NYSE.isHalfDay(date)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2002-07-03", "2024-12-26", "2021-07-02", "2024-11-22", "2021-12-24"})
  void shouldNotCloseEarly(LocalDate date) {
    assertThat(NYSE.isHalfDay(date)).isFalse();
  }

  @Test
  void shouldFollowSummerTime() {
    assertThat(NYSE.open(LocalDate.of(2024, 3, 8)))
        .isEqualTo(Instant.parse("2024-03-08T14:30:00Z"));
    assertThat(NYSE.open(LocalDate.of(2024, 3, 11)))
        .isEqualTo(Instant.parse("2024-03-11T13:30:00Z"));
    assertThat(NYSE.close(LocalDate.of(2024, 7, 3)))
        .isEqualTo(Instant.parse("2024-07-03T17:00:00Z"));
    assertThatThrownBy(() -> NYSE.open(LocalDate.of(2024, 3, 9)))
        .hasMessageContaining("2024-03-09");
  }

  @Test
  void shouldStepFromSessionToSession() {
    assertThat(NYSE.next(LocalDate.of(2001, 9, 10))).isEqualTo("2001-09-17");
    assertThat(NYSE.previous(LocalDate.of(2012, 10, 31))).isEqualTo("2012-10-26");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void shouldHaveTheSessionsOfRealTrading() throws IOException {
    Path file = Path.of(System.getenv("TRADING_GYM_DATA"), "daily_us", "SPY.csv");
    List<String> lines = Files.readAllLines(file);
    TreeSet<LocalDate> traded = new TreeSet<>();
    lines.stream().skip(1).map(line -> LocalDate.parse(line.substring(0, 10))).forEach(traded::add);
    TreeSet<LocalDate> expected = new TreeSet<>();
    for (LocalDate day = traded.first(); !day.isAfter(traded.last()); day = NYSE.next(day)) {
      expected.add(day);
    }
    assertThat(expected).isEqualTo(traded);
  }
}
