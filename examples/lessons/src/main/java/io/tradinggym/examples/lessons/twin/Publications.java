package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.experiments.statistics.Sample;

/**
 * Lesson 14: a company earns something every quarter and says so 40 days later; the price follows earnings as they
 * happen, for those inside know. A figure that is joined by its quarter leaks.
 */
public final class Publications {
  private static final long DAY = 86_400_000L;
  private static final int QUARTER = 90;
  private static final int DELAY = 40;
  private static final int AHEAD = 20;

  private final double[] price;
  private final KnownSeries asKnown;
  private final KnownSeries byQuarter;

  /**
   * A history.
   *
   * @param quarters how many, &gt;= 8
   */
  public Publications(int quarters, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("company");
    int days = quarters * QUARTER;
    price = new double[days + QUARTER];
    long[] event = new long[quarters];
    long[] known = new long[quarters];
    double[] surprise = new double[quarters];
    for (int q = 0; q < quarters; q++) {
      surprise[q] = random.gaussian();
      event[q] = (long) q * QUARTER * DAY;
      known[q] = event[q] + DELAY * DAY;
    }
    for (int t = 1; t < price.length; t++) {
      int q = Math.min(quarters - 1, t / QUARTER);
      boolean quiet = t % QUARTER >= DELAY;
      price[t] = price[t - 1] + (quiet ? 0 : 0.05 * surprise[q]) + random.gaussian(0, 0.2);
    }
    asKnown = KnownSeries.of(event, known, surprise);
    byQuarter = KnownSeries.of(event, event, surprise);
  }

  /** Correlation of the figure with the price's change over the next twenty days, joined by when it was known. */
  public double asKnown() {
    return correlation(asKnown);
  }

  /** The same, joined by the quarter it is of. */
  public double byQuarter() {
    return correlation(byQuarter);
  }

  private double correlation(KnownSeries figure) {
    int from = QUARTER;
    int count = (price.length - AHEAD - from) / AHEAD;
    double[] seen = new double[count];
    double[] change = new double[count];
    for (int i = 0; i < count; i++) {
      int t = from + i * AHEAD;
      seen[i] = figure.at(t * DAY);
      change[i] = price[t + AHEAD] - price[t];
    }
    return Sample.correlation(seen, change);
  }

  /** The price, by day. */
  public double[] price() {
    return price.clone();
  }
}
