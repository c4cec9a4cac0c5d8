package io.tradinggym.data.feature;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import java.util.ArrayList;
import java.util.List;

/** Random walks with nights, wicks, volumes and days on which nothing moved. */
final class RandomBars {
  static final long DAY = 86_400_000;

  private RandomBars() {}

  static PriceBars walk(int seed, int bars) {
    PriceBars walk = new PriceBars();
    extend(walk, seed, bars);
    return walk;
  }

  /** A walk that never stands still, for who divides by a bar's range. */
  static PriceBars lively(int seed, int bars) {
    PriceBars walk = new PriceBars();
    extend(walk, seed, bars, 0);
    return walk;
  }

  static void extend(PriceBars walk, int seed, int bars) {
    extend(walk, seed, bars, 0.04);
  }

  private static void extend(PriceBars walk, int seed, int bars, double standing) {
    RandomStream random = RandomStreams.of(seed).stream("bars");
    double last = walk.size() == 0 ? 100 : walk.close(walk.size() - 1);
    while (walk.size() < bars) {
      boolean still = random.uniform() < standing;
      double open = still ? last : last * Math.exp(random.gaussian(0, 0.005));
      double close = still ? open : open * Math.exp(random.gaussian(0, 0.015));
      double wick = still ? 0 : 0.01 * open * random.uniform();
      walk.append(
          (walk.size() + 12_000) * DAY + 72_000_000,
          open,
          Math.max(open, close) + wick,
          Math.min(open, close) - wick,
          close,
          1_000 + random.integer(9_000));
      last = close;
    }
  }

  /** Names that features look for by themselves, and X and Y. */
  static List<String> sourceNames() {
    List<String> names =
        new ArrayList<>(List.of("VIXCLS", "DGS10", "DGS2", "DFF", "T10YIE", "X", "Y"));
    Catalog.standard().formulas().stream()
        .flatMap(formula -> formula.parameters().stream())
        .filter(parameter -> parameter.name().equals("source") && !parameter.required())
        .map(Formula.Parameter::fallback)
        .distinct()
        .forEach(names::add);
    return names;
  }

  /** Sources under every name that a feature's default may ask for. */
  static Sources sources(int seed, int bars) {
    Sources sources = Sources.NONE;
    int next = seed;
    for (String name : sourceNames()) {
      sources = sources.with(name, source(next++, bars));
    }
    return sources;
  }

  /** One value a day, known the next morning. */
  static KnownSeries source(int seed, int bars) {
    PriceBars walk = walk(1_000 + seed, bars);
    long[] events = new long[bars];
    long[] known = new long[bars];
    double[] values = new double[bars];
    for (int bar = 0; bar < bars; bar++) {
      events[bar] = walk.closeTime(bar);
      known[bar] = events[bar] + DAY / 2;
      values[bar] = walk.close(bar);
    }
    return KnownSeries.of(events, known, values);
  }

  /** Every formula of the catalog with its defaults; sources are X and Y. */
  static String everything() {
    StringBuilder text = new StringBuilder();
    for (Formula formula : Catalog.standard().formulas()) {
      text.append(text.isEmpty() ? "" : ", ").append(formula.name());
      if (formula.parameters().stream().anyMatch(parameter -> parameter.fallback().isEmpty())) {
        text.append(formula.name().equals("breadth") ? "(X|Y)" : "(X)");
      }
    }
    return text + ", ta4j:Aroon(25), ta4j:RSI(14), ta4j:EMA(RSI(14),9)";
  }
}
