package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * {@link Fundamentals} as series that features join: what each session's close knew. A provider that tells only what is
 * so today gives a series of one value, known since it was asked.
 */
public final class CompanySeries {
  private static final MarketCalendar CALENDAR = new Nyse();
  private static final int NEWS_DAYS = 7;

  private CompanySeries() {}

  /**
   * {@return a series with a value for each session's close, known there; days on which it is NaN are left out}
   *
   * @param from first day
   * @param to last day, included
   * @param value gives the number of a day, of what was known at its close
   */
  public static KnownSeries daily(LocalDate from, LocalDate to, ToDoubleFunction<LocalDate> value) {
    List<LocalDate> sessions = from.datesUntil(to.plusDays(1)).filter(CALENDAR::isSession).toList();
    long[] closes =
        sessions.stream().mapToLong(day -> Sessions.close(day).toEpochMilli()).toArray();
    return KnownSeries.of(closes, closes, sessions.stream().mapToDouble(value).toArray());
  }

  /**
   * {@return a series of one value that is known since it was asked}
   *
   * @param fetchedAt when it was asked
   * @param value as of then
   */
  public static KnownSeries now(Instant fetchedAt, double value) {
    long[] at = {fetchedAt.toEpochMilli()};
    return KnownSeries.of(at, at, new double[] {value});
  }

  /**
   * {@return {@link Fundamentals#beatRate} as of each report, known at the first close after it}
   *
   * @param reports those that are out, in any order
   */
  public static KnownSeries beatRate(List<EarningsReport> reports) {
    return KnownSeries.of(
        reports.stream()
            .mapToLong(
                each -> each.reported().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
            .toArray(),
        reports.stream()
            .mapToLong(each -> Sessions.close(session(each.knownBy())).toEpochMilli())
            .toArray(),
        reports.stream()
            .mapToDouble(each -> Fundamentals.beatRate(reports, each.knownBy()))
            .toArray());
  }

  private static LocalDate session(LocalDate day) {
    return CALENDAR.isSession(day) ? day : CALENDAR.next(day);
  }

  /**
   * {@return {@link Fundamentals#insiderNet} at each session's close}
   *
   * @param trades of insiders, in any order
   * @param from first day
   * @param to last day, included
   */
  public static KnownSeries insiderNet(List<InsiderTrade> trades, LocalDate from, LocalDate to) {
    return daily(from, to, day -> Fundamentals.insiderNet(trades, day));
  }

  /**
   * {@return {@link Fundamentals#upgradeScore} at each session's close}
   *
   * @param upgradeDowngradeHistory Yahoo's module
   * @param from first day
   * @param to last day, included
   */
  public static KnownSeries upgradeScore(
      JsonNode upgradeDowngradeHistory, LocalDate from, LocalDate to) {
    return daily(
        from, to, day -> Fundamentals.upgradeScore(upgradeDowngradeHistory, Sessions.close(day)));
  }

  /**
   * {@return {@link Consensus#score} of Finnhub's months, each known once its month is over, or when it was fetched if
   * that was earlier}
   *
   * @param months with periods such as {@code 2022-02-01}, in any order
   * @param fetchedAt when they were fetched
   */
  public static KnownSeries consensus(List<Consensus> months, Instant fetchedAt) {
    LocalTime open = LocalTime.of(14, 30);
    long now = fetchedAt.toEpochMilli();
    List<YearMonth> of =
        months.stream().map(each -> YearMonth.parse(each.period().substring(0, 7))).toList();
    long[] begins =
        of.stream()
            .mapToLong(
                month -> month.atDay(1).atTime(open).toInstant(ZoneOffset.UTC).toEpochMilli())
            .toArray();
    long[] ends =
        of.stream()
            .mapToLong(
                month ->
                    month
                        .plusMonths(1)
                        .atDay(1)
                        .atTime(open)
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli())
            .toArray();
    long[] known =
        LongStream.range(0, ends.length)
            .map(i -> Math.max(begins[(int) i], Math.min(ends[(int) i], now)))
            .toArray();
    return KnownSeries.of(begins, known, months.stream().mapToDouble(Consensus::score).toArray());
  }

  /**
   * {@return the mean score of the headlines of the seven days of UTC before each session's; a session without any has
   * no value of its own}
   *
   * @param scores of headlines, in any order
   * @param from first day
   * @param to last day, included
   */
  public static KnownSeries news(List<NewsScore> scores, LocalDate from, LocalDate to) {
    return daily(
        from,
        to,
        day -> {
          Instant end = day.atStartOfDay(ZoneOffset.UTC).toInstant();
          Instant begin = day.minusDays(NEWS_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
          return scores.stream()
              .filter(each -> !each.published().isBefore(begin) && each.published().isBefore(end))
              .mapToDouble(NewsScore::score)
              .average()
              .orElse(Double.NaN);
        });
  }

  /**
   * {@return the day of the next earnings as days since 1970, known since it was asked}
   *
   * @param fetchedAt when it was asked
   * @param next as it is announced
   */
  public static KnownSeries announced(Instant fetchedAt, LocalDate next) {
    return now(fetchedAt, (double) next.toEpochDay());
  }
}
