package io.tradinggym.data.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.data.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class ReleaseRuleTest {
  private static final String[] DATES = {"2006-01-03", "2014-10-15", "2022-12-23"};

  @Test
  void theWeekendsFundsRateIsKnownOnTuesday() {
    for (String day : new String[] {"2022-03-05", "2022-03-06", "2022-03-07"}) {
      assertThat(known(ReleaseRule.NEXT_BUSINESS_MORNING, day)).isEqualTo("2022-03-08");
    }
    assertThat(known(ReleaseRule.NEXT_BUSINESS_MORNING, "2022-03-04")).isEqualTo("2022-03-07");
  }

  @Test
  void ratesComeAfterTheNextClose() {
    assertThat(ReleaseRule.NEXT_BUSINESS_EVENING.knownAt(LocalDate.parse("2005-12-30")))
        .isAfter(java.time.Instant.ofEpochMilli(Files.at("2006-01-03", 16, 0)))
        .isBefore(java.time.Instant.ofEpochMilli(Files.at("2006-01-03", 17, 0)));
  }

  @Test
  void monthsAreKnownTheMonthAfter() {
    assertThat(known(ReleaseRule.FIRST_FRIDAY, "2022-11-01")).isEqualTo("2022-12-02");
    assertThat(known(ReleaseRule.FIFTEENTH, "2022-11-01")).isEqualTo("2022-12-15");
    assertThat(known(ReleaseRule.NEXT_MORNING, "2022-12-31")).isEqualTo("2023-01-01");
  }

  private static String known(ReleaseRule rule, String observed) {
    return rule.knownAt(LocalDate.parse(observed)).atZone(Files.NEW_YORK).toLocalDate().toString();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void whatWasKnownIsOlderThanWhatIsDated() {
    KnownSeries unemployment =
        Files.released("macro/UNRATE_to_2022.csv", 1, ReleaseRule.ofFred("UNRATE"));
    KnownSeries prices =
        Files.released("macro/CPIAUCSL_to_2022.csv", 1, ReleaseRule.ofFred("CPIAUCSL"));
    double[] rates = {5.0, 5.9, 3.6};
    double[] levels = {198.1, 237.46, 298.708};
    for (int i = 0; i < DATES.length; i++) {
      assertThat(unemployment.at(Files.at(DATES[i], 16, 0))).as(DATES[i]).isEqualTo(rates[i]);
      assertThat(prices.at(Files.at(DATES[i], 16, 0))).as(DATES[i]).isEqualTo(levels[i]);
    }
  }
}
