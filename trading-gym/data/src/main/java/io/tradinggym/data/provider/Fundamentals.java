package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What reports, insiders and analysts say of a company, as it was known at a time. */
public final class Fundamentals {
  private static final int QUARTERS = 8;
  private static final int DAYS = 90;
  private static final double HALF_LIFE = 30;
  private static final double DAY_SECONDS = 86_400;

  private Fundamentals() {}

  /**
   * {@return the share of the last eight quarters known by a day's close whose earnings were above the estimate; NaN if
   * none is known} What was reported after a close is known the next day.
   *
   * @param quarters reports, in any order
   * @param day at whose close it is asked
   */
  public static double beatRate(List<EarningsReport> quarters, LocalDate day) {
    List<EarningsReport> known =
        quarters.stream()
            .filter(q -> !q.knownBy().isAfter(day))
            .sorted((a, b) -> b.reported().compareTo(a.reported()))
            .limit(QUARTERS)
            .toList();
    return known.stream()
        .mapToInt(q -> q.actual() > q.estimate() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * {@return the share of the quarters of Yahoo's {@code earningsHistory} whose earnings were above the estimate; of
   * four quarters, all known}
   *
   * @param earningsHistory that module's JSON
   */
  public static double beatRate(JsonNode earningsHistory) {
    int beats = 0;
    int count = 0;
    for (JsonNode quarter : earningsHistory.path("history")) {
      JsonNode actual = quarter.path("epsActual").path("raw");
      JsonNode estimate = quarter.path("epsEstimate").path("raw");
      if (actual.isNumber() && estimate.isNumber()) {
        count++;
        beats += actual.asDouble() > estimate.asDouble() ? 1 : 0;
      }
    }
    return count == 0 ? Double.NaN : (double) beats / count;
  }

  /**
   * {@return the calendar days to the next earnings date of Yahoo's {@code calendarEvents}, its range's begin; -1 if
   * none is known}
   *
   * @param calendarEvents that module's JSON
   * @param day from which days are counted
   */
  public static long daysToEarnings(JsonNode calendarEvents, LocalDate day) {
    for (JsonNode date : calendarEvents.path("earnings").path("earningsDate")) {
      LocalDate next = Instant.ofEpochSecond(date.asLong()).atZone(ZoneOffset.UTC).toLocalDate();
      if (!next.isBefore(day)) {
        return ChronoUnit.DAYS.between(day, next);
      }
    }
    return -1;
  }

  /**
   * {@return the money that insiders bought for less what they sold for, in the trades' currency, of trades known in
   * the 90 days up to a day}
   *
   * @param trades of insiders, in any order
   * @param day at whose close it is asked
   */
  public static double insiderNet(List<InsiderTrade> trades, LocalDate day) {
    return trades.stream()
        .filter(trade -> !trade.known().isAfter(day) && trade.known().isAfter(day.minusDays(DAYS)))
        .mapToDouble(InsiderTrade::value)
        .sum();
  }

  /**
   * {@return the trades of Yahoo's {@code insiderTransactions}: purchases and sales; gifts and blanks are none} No
   * filing date is given.
   *
   * @param insiderTransactions that module's JSON
   */
  public static List<InsiderTrade> insiders(JsonNode insiderTransactions) {
    return java.util.stream.StreamSupport.stream(
            insiderTransactions.path("transactions").spliterator(), false)
        .filter(each -> each.path("transactionText").asText().matches("(?i)(sale|purchase).*"))
        .map(
            each -> {
              boolean sale =
                  each.path("transactionText")
                      .asText()
                      .toLowerCase(java.util.Locale.ROOT)
                      .startsWith("sale");
              double value = each.path("value").path("raw").asDouble();
              LocalDate day =
                  Instant.ofEpochSecond(each.path("startDate").path("raw").asLong())
                      .atZone(ZoneOffset.UTC)
                      .toLocalDate();
              return new InsiderTrade(day, sale ? -value : value);
            })
        .toList();
  }

  /**
   * {@return the up- and downgrades of the last 90 days, each of weight {@code 2^(-age / 30 days)}: {@code S / (1 + W)}
   * with the signed sum S and the sum W, -1 .. 1}
   *
   * @param upgradeDowngradeHistory that module's JSON
   * @param now when it is asked; later grades are not counted
   */
  public static double upgradeScore(JsonNode upgradeDowngradeHistory, Instant now) {
    double signed = 0;
    double all = 0;
    for (JsonNode grade : upgradeDowngradeHistory.path("history")) {
      double age = (now.getEpochSecond() - grade.path("epochGradeDate").asLong()) / DAY_SECONDS;
      String action = grade.path("action").asText();
      int sign = action.equals("up") ? 1 : action.equals("down") ? -1 : 0;
      if (age >= 0 && age <= DAYS && sign != 0) {
        double weight = StrictMath.pow(2, -age / HALF_LIFE);
        signed += sign * weight;
        all += weight;
      }
    }
    return signed / (1 + all);
  }
}
