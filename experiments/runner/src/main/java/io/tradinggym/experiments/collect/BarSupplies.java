package io.tradinggym.experiments.collect;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.BarProvider;
import io.tradinggym.data.provider.Binance;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.provider.Kaggle;
import io.tradinggym.data.provider.Splice;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Quality;
import io.tradinggym.experiments.signals.Providers;
import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Daily bars. */
final class BarSupplies {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String KAGGLE = "kaggle";

  private BarSupplies() {}

  static List<Supply> all(Fetcher fetcher, Map<String, String> bases) {
    List<Supply> supplies = new ArrayList<>();
    String folder = bases.get(KAGGLE);
    for (BarProvider shares : Providers.shares(fetcher, bases)) {
      BarProvider deep = folder == null ? shares : new Deep(shares, new Kaggle(Path.of(folder)));
      supplies.add(
          Supply.of(
              Datum.BARS,
              shares.name(),
              (ticker, from, to) ->
                  files(fetcher, ticker, deep.daily(ticker, from, to), new Nyse(), NEW_YORK)));
    }
    supplies.add(
        new Supply(
            Datum.BARS,
            KAGGLE,
            false,
            (ticker, from, to) ->
                files(
                    fetcher,
                    ticker,
                    kaggle(folder).daily(ticker, from, to),
                    new Nyse(),
                    NEW_YORK)));
    for (boolean futures : new boolean[] {false, true}) {
      String name = futures ? "binance-futures" : "binance";
      String base = bases.getOrDefault(name, futures ? Binance.FUTURES : Binance.SPOT);
      Binance binance = new Binance(fetcher, base, futures);
      supplies.add(
          new Supply(
              Datum.BARS,
              name,
              false,
              (pair, from, to) ->
                  files(
                      fetcher,
                      pair,
                      binance.klines(pair, "1d", midnight(from), midnight(to.plusDays(1))),
                      new AroundTheClock(),
                      ZoneOffset.UTC)));
    }
    return supplies;
  }

  private static Kaggle kaggle(@org.jspecify.annotations.Nullable String folder)
      throws CollectException {
    if (folder == null) {
      throw new CollectException(
          Kind.NOT_FOUND, KAGGLE, "say where its files lie: --base kaggle=FOLDER");
    }
    return new Kaggle(Path.of(folder));
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A day that ends at midnight is the one before it. */
  private static Collected<List<CollectedFile>> files(
      Fetcher fetcher,
      String ticker,
      Collected<PriceBars> bars,
      MarketCalendar calendar,
      ZoneId zone) {
    PriceBars of = bars.value();
    List<String> rows = new ArrayList<>();
    for (int bar = 0; bar < of.size(); bar++) {
      rows.add(
          Instant.ofEpochMilli(of.closeTime(bar) - 1).atZone(zone).toLocalDate()
              + ","
              + of.open(bar)
              + ","
              + of.high(bar)
              + ","
              + of.low(bar)
              + ","
              + of.close(bar)
              + ","
              + (zone.equals(NEW_YORK) ? Math.round(of.volume(bar)) : of.volume(bar)));
    }
    CollectedFile file =
        CollectedFile.rows(ticker + ".csv", "date,open,high,low,close,volume", rows);
    String note =
        rows.isEmpty()
            ? ""
            : Quality.of(of, calendar, zone, fetcher.clock().instant())
                + ", "
                + bars.nulls()
                + " left out for a missing number";
    return Supply.files(
        bars, List.of(new CollectedFile(file.path(), file.text(), file.rows(), note)));
  }

  /** Kaggle's history under a newer one, brought to its scale or refused. */
  private record Deep(BarProvider newer, Kaggle older) implements BarProvider {
    @Override
    public String name() {
      return newer.name() + " over " + KAGGLE;
    }

    @Override
    public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
        throws CollectException {
      Collected<PriceBars> above = newer.daily(ticker, from, to);
      if (above.value().size() == 0) {
        return above;
      }
      Collected<PriceBars> below;
      try {
        below = older.daily(ticker, from, to);
      } catch (CollectException e) {
        if (e.kind() == Kind.NOT_FOUND) {
          return above;
        }
        throw e;
      }
      if (below.value().size() == 0 || below.value().closeTime(0) >= above.value().closeTime(0)) {
        return above;
      }
      try {
        return new Collected<>(
            Splice.join(below.value(), above.value()),
            name(),
            above.fetchedAt(),
            above.stale(),
            above.nulls() + below.nulls());
      } catch (IllegalArgumentException e) {
        throw new CollectException(
            Kind.SCHEMA,
            KAGGLE,
            "cannot go under " + newer.name() + ": " + e.getMessage(),
            null,
            e);
      }
    }
  }
}
