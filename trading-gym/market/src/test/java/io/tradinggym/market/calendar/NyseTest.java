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
