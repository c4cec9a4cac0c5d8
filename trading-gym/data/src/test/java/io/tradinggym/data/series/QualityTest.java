package io.tradinggym.data.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.data.Files;
import io.tradinggym.market.calendar.Nyse;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class QualityTest {
  private static final Instant NOW = Instant.parse("2024-01-10T22:00:00Z");

  private static void add(PriceBars bars, String date, double price) {
    bars.append(Files.at(date, 16, 0), price, price + 1, price - 1, price, 5);
  }

  @Test
  void gapsFillsAndAgeAreCounted() {
    PriceBars bars = new PriceBars();
    add(bars, "2024-01-02", 10);
    add(bars, "2024-01-04", 11);
    add(bars, "2024-01-05", 11);
    add(bars, "2024-01-06", 12);
    bars.append(Files.at("2024-01-08", 16, 0), 10, 9, 8, 10, 5);
    Quality quality = Quality.of(bars, new Nyse(), Files.NEW_YORK, NOW);
    assertThat(quality.missing()).containsExactly(LocalDate.parse("2024-01-03"));
    assertThat(quality.extra()).containsExactly(LocalDate.parse("2024-01-06"));
    assertThat(quality.unmoved()).isEqualTo(1);
    assertThat(quality.disordered()).isEqualTo(1);
    assertThat(quality.ageSessions()).isEqualTo(2);
    assertThat(quality.good(1)).isFalse();
    assertThat(quality)
        .hasToString(
            "5 bars, 1 sessions missing, 1 outside sessions, 1 unmoved, 1 disordered, 2 sessions"
                + " old");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void realDaysAreGood() {
    PriceBars spy = Files.daily("daily_us/SPY.csv");
    Instant justAfter = Instant.ofEpochMilli(spy.closeTime(spy.size() - 1) + 1);
    Quality quality = Quality.of(spy, new Nyse(), Files.NEW_YORK, justAfter);
    assertThat(quality.good(4_000)).as("%s", quality).isTrue();
    assertThat(quality.good(10_000)).isFalse();
  }
}
