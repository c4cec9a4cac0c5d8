package io.tradinggym.experiments.options;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.market.calendar.BarLength;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.BarReader;
import io.tradinggym.market.data.csv.Defect;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.options.analysis.HistoricalVolatility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Closes of daily bars, known by date; whatever a chain's moment does not know yet is not looked at. */
public final class DailyCloses {
  /** The last close may be so many days older than the chain: a long weekend. */
  private static final int FRESH_DAYS = 5;

  private static final Nyse NYSE = new Nyse();
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final String name;
  private final LocalDate[] dates;
  private final double[] closes;

  private DailyCloses(String name, LocalDate[] dates, double[] closes) {
    this.name = name;
    this.dates = dates;
    this.closes = closes;
  }

  /** Closes of daily bars that are known already. */
  public static DailyCloses of(String name, PriceBars bars) {
    LocalDate[] dates = new LocalDate[bars.size()];
    double[] closes = new double[bars.size()];
    for (int bar = 0; bar < dates.length; bar++) {
      dates[bar] = LocalDate.ofInstant(Instant.ofEpochMilli(bars.closeTime(bar)), ZoneOffset.UTC);
      closes[bar] = bars.close(bar);
    }
    return new DailyCloses(name, dates, closes);
  }

  /**
   * Reads a file of daily bars, repaired as {@link BarFile} does, but for what would move closes: a split that was not
   * adjusted for, another scale, a jump that nothing explains, another company.
   *
   * @throws UserError if it cannot be read, holds no bars, bars of another length, or such a jump
   */
  public static DailyCloses read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": there is no such file");
    }
    try {
      BarFile bars = BarReader.standard().withoutVolumeLimit().read(file);
      requireDays(bars);
      Series series = bars.repaired(Equity.adjusted(bars.name()));
      LocalDate[] dates =
          Arrays.stream(series.closeTimes())
              .mapToObj(time -> LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC))
              .toArray(LocalDate[]::new);
      return new DailyCloses(bars.name(), dates, series.close());
    } catch (IOException | BadDataException e) {
      throw new UserError("cannot read the history: " + e.getMessage(), e);
    }
  }

  private static void requireDays(BarFile bars) {
    if (bars.length() > 0 && !bars.barLength().equals(BarLength.DAY)) {
      throw new UserError(
          bars.name()
              + ": holds bars of "
              + bars.barLength()
              + "; the history must be daily, as its volatility is of days");
    }
    for (Defect defect : bars.defects()) {
      switch (defect.kind()) {
        case UNADJUSTED_SPLIT, SCALE, JUMP, REUSED, PANEL ->
            throw new UserError("the history cannot be used: " + defect);
        default -> {}
      }
    }
  }

  /**
   * Volatility of the last returns that are known at a moment.
   *
   * @throws UserError if there are too few, or the last is old
   */
  double volatility(Instant moment, int returns) {
    LocalDate day = LocalDate.ofInstant(moment, NEW_YORK);
    boolean closed = NYSE.isSession(day) && !NYSE.close(day).isAfter(moment);
    int known = 0;
    while (known < dates.length
        && (dates[known].isBefore(day) || (closed && dates[known].equals(day)))) {
      known++;
    }
    if (known <= returns || dates[known - 1].plusDays(FRESH_DAYS).isBefore(day)) {
      throw new UserError(
          name
              + ": must hold "
              + (returns + 1)
              + " daily closes up to the chain's date "
              + day
              + ", holds "
              + dates[0]
              + " to "
              + dates[dates.length - 1]);
    }
    return HistoricalVolatility.of(Arrays.copyOf(closes, known), returns);
  }
}
