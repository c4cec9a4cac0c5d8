package io.tradinggym.market.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A market in three parts that cannot be mixed up. Between the parts of history lies a gap of unused bars (purge), so
 * that no outcome of one part is known in the next.
 *
 * <pre>{@code
 * Split split = Split.dates(market, "2005/2016", "2017/2018", "2019/2022");
 * }</pre>
 *
 * @param train nothing is learned from another part
 * @param validation what choices are made by
 * @param test what is looked at once, at the end
 */
public record Split(Range.Train train, Range.Validation validation, Range.Test test) {
  /** Bars of history that features of a part may look back on. */
  public static final int HISTORY = 64;

  /** Unused bars before validation and test: decisions of the part before are settled by then. */
  public static final int PURGE = 1;

  private static final long DAY = 86_400_000L;

  /**
   * Splits history by dates, both ends included, each a year, a month, a day or a minute: {@code
   * 2005/2016}, {@code 2005-01/2016-12}, {@code 2005-01-03:2016-12-30}, {@code 2024-01-02T14:30/2024-01-05T21:00}. Days
   * and minutes are those of UTC; a bar is of the day, or of the minutes up to the one, in which it closes, and one
   * that closes at midnight of the day that is over.
   *
   * @param market all of the history
   * @param train first and last date, both included, such as {@code 2005/2016}
   * @param validation first and last date, both included, after those of train
   * @param test first and last date, both included, after those of validation
   * @return the three parts
   * @throws IllegalArgumentException if a range is not understood, empty, or not after the one before
   */
  public static Split dates(ReplayMarket market, String train, String validation, String test) {
    return dates(market, train, validation, test, HISTORY);
  }

  /**
   * {@return the three parts, as {@link #dates(ReplayMarket, String, String, String)} makes them, with another history}
   *
   * @param market all of the history
   * @param train first and last date, both included, such as {@code 2005/2016}
   * @param validation first and last date, both included, after those of train
   * @param test first and last date, both included, after those of validation
   * @param history bars before a part that may be looked back on, >= 0
   * @throws IllegalArgumentException if a range is not understood, empty, or not after the one before
   */
  public static Split dates(
      ReplayMarket market, String train, String validation, String test, int history) {
    Span first = Span.parse("train", train);
    Span second = Span.parse("validation", validation);
    Span third = Span.parse("test", test);
    first.requireBefore(second);
    second.requireBefore(third);
    return new Split(
        new Range.Train(first.of(market, 0, history)),
        new Range.Validation(second.of(market, PURGE, history)),
        new Range.Test(third.of(market, PURGE, history)));
  }

  /**
   * {@return one range of history, written as in {@link #dates}}
   *
   * @param market all of the history
   * @param name of the range, for complaints
   * @param range such as {@code 2005/2022}
   * @param history bars before it that may be looked back on, >= 0
   * @throws IllegalArgumentException if it is not understood, or empty
   */
  public static ReplayMarket range(ReplayMarket market, String name, String range, int history) {
    return Span.parse(name, range).of(market, 0, history);
  }

  /**
   * Splits a simulated market: each part draws its paths from streams of its own, whatever the seeds.
   *
   * @param market whose paths are drawn from a law
   * @return the three parts
   * @throws IllegalArgumentException if the market replays history, which all parts would share
   */
  public static Split paths(Market market) {
    if (market.kind() != MarketKind.SIMULATED) {
      throw new IllegalArgumentException(
          "history has one path, which all parts would share; split it by dates");
    }
    return new Split(
        new Range.Train(new PathsOf(market, "train")),
        new Range.Validation(new PathsOf(market, "validation")),
        new Range.Test(new PathsOf(market, "test")));
  }

  /**
   * Some time: bars that close after its beginning, up to its end.
   *
   * @param text as it was written
   * @param from epoch milliseconds
   * @param to epoch milliseconds
   */
  private record Span(String name, String text, long from, long to) {
    static Span parse(String name, String text) {
      // Times have colons of their own.
      String[] ends = text.split(text.contains("/") ? "/" : ":", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException(
            "the "
                + name
                + " range must read FROM/TO or FROM:TO, such as 2005/2016, was \""
                + text
                + "\"");
      }
      try {
        Span span = new Span(name, text, first(ends[0].strip()), last(ends[1].strip()));
        if (span.to <= span.from) {
          throw new IllegalArgumentException(
              "the " + name + " range ends before it starts: \"" + text + "\"");
        }
        return span;
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "the "
                + name
                + " range needs years, months, days or minutes such as 2005, 2005-01, 2005-01-03 or"
                + " 2005-01-03T14:30, was \""
                + text
                + "\"",
            e);
      }
    }

    private static long first(String text) {
      return switch (text.length()) {
        case 4 -> midnight(Year.parse(text).atDay(1));
        case 7 -> midnight(YearMonth.parse(text).atDay(1));
        case 10 -> midnight(LocalDate.parse(text));
        default -> minute(text);
      };
    }

    private static long last(String text) {
      return switch (text.length()) {
        case 4 -> midnight(Year.parse(text).plusYears(1).atDay(1));
        case 7 -> midnight(YearMonth.parse(text).plusMonths(1).atDay(1));
        case 10 -> midnight(LocalDate.parse(text).plusDays(1));
        default -> minute(text);
      };
    }

    private static long midnight(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static long minute(String text) {
      String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      return LocalDateTime.parse(plain.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    void requireBefore(Span next) {
      if (to > next.from) {
        throw new IllegalArgumentException(
            "the "
                + next.name
                + " range must start after the "
                + name
                + " range ends ("
                + end()
                + "), starts "
                + next.start());
      }
    }

    /** Its first day, or minute. */
    private String start() {
      return shown(from);
    }

    /** Its last day, or minute. */
    private String end() {
      return Math.floorMod(to, DAY) == 0 ? shown(to - DAY) : shown(to);
    }

    private static String shown(long time) {
      return Math.floorMod(time, DAY) == 0
          ? LocalDate.ofEpochDay(time / DAY).toString()
          : Instant.ofEpochMilli(time).toString();
    }

    ReplayMarket of(ReplayMarket market, int purge, int history) {
      MarketData data = market.data();
      int begin = data.barAt(from + 1);
      int end = data.barAt(to + 1);
      if (end - begin - purge < 2) {
        throw new IllegalArgumentException(
            "the "
                + name
                + " range "
                + start()
                + " to "
                + end()
                + " holds "
                + (end - begin)
                + " bars of the data, which reaches from "
                + day(data, 0)
                + " to "
                + day(data, data.length() - 1));
      }
      return market.between(begin + purge, end, history);
    }

    private static LocalDate day(MarketData data, int bar) {
      return LocalDate.ofEpochDay(Math.floorDiv(data.closeTime(bar) - 1, DAY));
    }
  }
}
