package io.tradinggym.market.data;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * A market in three parts that cannot be mixed up. Between the parts of history lies a gap of unused bars (purge), so
 * that no outcome of one part is known in the next.
 *
 * <pre>{@code
 * Split split = Split.dates(market, "2005/2016", "2017/2018", "2019/2022");
 * }</pre>
 */
public record Split(Range.Train train, Range.Validation validation, Range.Test test) {
  /** Bars of history that features of a part may look back on. */
  public static final int HISTORY = 64;

  /** Unused bars before validation and test: decisions of the part before are settled by then. */
  public static final int PURGE = 1;

  /**
   * Splits history by dates, both ends included, each a year, a month or a day: {@code 2005/2016}, {@code
   * 2005-01/2016-12}, {@code 2005-01-03:2016-12-30}.
   *
   * @throws IllegalArgumentException if a range is not understood, empty, or not after the one before
   */
  public static Split dates(ReplayMarket market, String train, String validation, String test) {
    Days first = Days.parse("train", train);
    Days second = Days.parse("validation", validation);
    Days third = Days.parse("test", test);
    first.requireBefore(second);
    second.requireBefore(third);
    return new Split(
        new Range.Train(first.of(market, 0)),
        new Range.Validation(second.of(market, PURGE)),
        new Range.Test(third.of(market, PURGE)));
  }

  /**
   * Splits a simulated market: each part draws its paths from streams of its own, whatever the seeds.
   *
   * @throws IllegalArgumentException if the market replays history, which all parts would share
   */
  public static Split paths(Market market) {
    if (market instanceof ReplayMarket) {
      throw new IllegalArgumentException(
          "history has one path, which all parts would share; split it by dates");
    }
    return new Split(
        new Range.Train(new PathsOf(market, "train")),
        new Range.Validation(new PathsOf(market, "validation")),
        new Range.Test(new PathsOf(market, "test")));
  }

  /** Days from one to another, both included. */
  private record Days(String name, LocalDate from, LocalDate to) {
    static Days parse(String name, String text) {
      String[] ends = text.split("[/:]", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException(
            "the "
                + name
                + " range must read FROM/TO or FROM:TO, such as 2005/2016, was \""
                + text
                + "\"");
      }
      try {
        Days days = new Days(name, first(ends[0].strip()), last(ends[1].strip()));
        if (days.to.isBefore(days.from)) {
          throw new IllegalArgumentException(
              "the " + name + " range ends before it starts: \"" + text + "\"");
        }
        return days;
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "the "
                + name
                + " range needs years, months or days such as 2005, 2005-01 or 2005-01-03, was \""
                + text
                + "\"",
            e);
      }
    }

    private static LocalDate first(String text) {
      return switch (text.length()) {
        case 4 -> Year.parse(text).atDay(1);
        case 7 -> YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    }

    private static LocalDate last(String text) {
      return switch (text.length()) {
        case 4 -> Year.parse(text).atMonth(12).atEndOfMonth();
        case 7 -> YearMonth.parse(text).atEndOfMonth();
        default -> LocalDate.parse(text);
      };
    }

    void requireBefore(Days next) {
      if (!to.isBefore(next.from)) {
        throw new IllegalArgumentException(
            "the "
                + next.name
                + " range must start after the "
                + name
                + " range ends ("
                + to
                + "), starts "
                + next.from);
      }
    }

    ReplayMarket of(ReplayMarket market, int purge) {
      MarketData data = market.data();
      int begin = data.barAt(from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
      int end = data.barAt(to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
      if (end - begin - purge < 2) {
        throw new IllegalArgumentException(
            "the "
                + name
                + " range "
                + from
                + " to "
                + to
                + " holds "
                + (end - begin)
                + " bars of the data, which reaches from "
                + day(data, 0)
                + " to "
                + day(data, data.length() - 1));
      }
      return market.between(begin + purge, end, HISTORY);
    }

    private static LocalDate day(MarketData data, int bar) {
      return LocalDate.ofEpochDay(Math.floorDiv(data.closeTime(bar), 86_400_000L));
    }
  }
}
