package io.tradinggym.data.stream;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.trades.Level;
import io.tradinggym.data.trades.OrderBook;
import io.tradinggym.data.trades.QuoteTape;
import io.tradinggym.data.trades.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Order flow, microprice and VPIN of a stream as series that features look at, under the names {@code order_flow},
 * {@code microprice} and {@code vpin}. Each is noted when something comes that is an interval or more after the last
 * note, and known then. Order flow is summed from the first book on; over a stretch in which the book was not known
 * nothing is added. VPIN is of so many buckets of equal volume. For one thread.
 */
public final class FlowSeries implements FeedListener {
  private final long interval;
  private final double bucket;
  private final int buckets;
  private final Notes flow = new Notes();
  private final Notes price = new Notes();
  private final Notes toxicity = new Notes();
  private final Deque<Double> imbalances = new ArrayDeque<>();
  private @Nullable Quote last;
  private double sum;
  private double filled;
  private double signed;

  private record Quote(Level bid, Level ask) {}

  /**
   * Nothing noted yet.
   *
   * @param interval between notes, milliseconds, &gt;= 1
   * @param bucket volume of a bucket of VPIN, units of the instrument, > 0
   * @param buckets over which VPIN is the mean, &gt;= 1
   */
  public FlowSeries(long interval, double bucket, int buckets) {
    if (interval < 1 || !(bucket > 0) || buckets < 1) {
      throw new IllegalArgumentException(
          "interval and buckets must be >= 1 and bucket > 0, were "
              + interval
              + ", "
              + buckets
              + " and "
              + bucket);
    }
    this.interval = interval;
    this.bucket = bucket;
    this.buckets = buckets;
  }

  @Override
  public void book(long at, OrderBook book) {
    if (!book.quoted()) {
      return;
    }
    Quote quote = new Quote(book.bids(1).getFirst(), book.asks(1).getFirst());
    QuoteTape two = tape(last == null ? quote : last, quote);
    sum += last == null ? 0 : two.orderFlow(1);
    last = quote;
    double middle = 0.5 * (quote.bid.price() + quote.ask.price());
    flow.note(at, sum);
    price.note(at, two.microprice(1) / middle - 1);
  }

  private static QuoteTape tape(Quote a, Quote b) {
    return new QuoteTape(
        new double[] {a.bid.price(), b.bid.price()},
        new double[] {a.bid.quantity(), b.bid.quantity()},
        new double[] {a.ask.price(), b.ask.price()},
        new double[] {a.ask.quantity(), b.ask.quantity()});
  }

  @Override
  public void bookLost(long at) {
    last = null;
  }

  /** A trade fills buckets, split at their edges. */
  @Override
  public void trade(long at, Trade trade) {
    double left = trade.quantity();
    while (left >= bucket - filled) {
      double part = bucket - filled;
      imbalances.addLast(Math.abs(signed + trade.side() * part) / bucket);
      if (imbalances.size() > buckets) {
        imbalances.removeFirst();
      }
      left -= part;
      filled = 0;
      signed = 0;
    }
    filled += left;
    signed += trade.side() * left;
    if (imbalances.size() == buckets) {
      double all = 0;
      for (double each : imbalances) {
        all += each;
      }
      toxicity.note(at, all / buckets);
    }
  }

  /** {@return the series by name, those that have a value} */
  public Map<String, KnownSeries> series() {
    Map<String, KnownSeries> all = new LinkedHashMap<>();
    flow.put(all, "order_flow");
    price.put(all, "microprice");
    toxicity.put(all, "vpin");
    return all;
  }

  /** Values with when they were known, no two closer than the interval. */
  private final class Notes {
    private final List<Long> times = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    void note(long at, double value) {
      if (times.isEmpty() || at - times.getLast() >= interval) {
        times.add(at);
        values.add(value);
      }
    }

    void put(Map<String, KnownSeries> all, String name) {
      if (!times.isEmpty()) {
        long[] at = times.stream().mapToLong(Long::longValue).toArray();
        all.put(
            name,
            KnownSeries.of(at, at, values.stream().mapToDouble(Double::doubleValue).toArray()));
      }
    }
  }
}
