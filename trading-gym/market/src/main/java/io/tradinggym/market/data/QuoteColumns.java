package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Instrument;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bid and ask of {@link MarketData}, in ticks, beside its rows; of assets without quotes the prices of both sides are
 * those of the rows.
 *
 * <pre>
 *   a side:  | bar 0: asset 0 open high low close, asset 1 open ... | bar 1: asset 0 open ... | ...
 * </pre>
 */
final class QuoteColumns {
  static final int FIELDS = 4;

  private final int assets;
  private final boolean[] quoted;
  private final long[] bid;
  private final long[] ask;

  private QuoteColumns(boolean[] quoted, long[] bid, long[] ask) {
    assets = quoted.length;
    this.quoted = quoted;
    this.bid = bid;
    this.ask = ask;
  }

  /**
   * The quotes of series on one timeline; null if none has any.
   *
   * @param rows of {@link MarketData}
   */
  static @Nullable QuoteColumns of(List<Series> series, long[] rows, int bars) {
    if (series.stream().allMatch(one -> one.quotes() == null)) {
      return null;
    }
    int assets = series.size();
    boolean[] quoted = new boolean[assets];
    for (int asset = 0; asset < assets; asset++) {
      quoted[asset] = series.get(asset).quotes() != null;
    }
    int size = bars * assets * FIELDS;
    QuoteColumns both = new QuoteColumns(quoted, new long[size], new long[size]);
    for (int asset = 0; asset < assets; asset++) {
      BidAsk quotes = series.get(asset).quotes();
      Instrument instrument = series.get(asset).instrument();
      both.fill(both.bid, asset, quotes == null ? null : quotes.bid(), instrument, rows, bars);
      both.fill(both.ask, asset, quotes == null ? null : quotes.ask(), instrument, rows, bars);
    }
    return both;
  }

  private void fill(
      long[] side,
      int asset,
      BidAsk.@Nullable Side prices,
      Instrument instrument,
      long[] rows,
      int bars) {
    int row = 0;
    long last = 0;
    for (int bar = 0; bar < bars; bar++) {
      int from = (bar * assets + asset) * MarketData.FIELDS;
      int to = (bar * assets + asset) * FIELDS;
      boolean traded = rows[from + MarketData.TRADED] != 0;
      if (prices == null) {
        System.arraycopy(rows, from, side, to, FIELDS);
      } else if (traded) {
        long open = instrument.toTicks(prices.open()[row]);
        long close = instrument.toTicks(prices.close()[row]);
        long high = instrument.toTicks(prices.high()[row]);
        long low = instrument.toTicks(prices.low()[row]);
        side[to + MarketData.OPEN] = open;
        side[to + MarketData.HIGH] = Math.max(high, Math.max(open, close));
        side[to + MarketData.LOW] = Math.min(low, Math.min(open, close));
        side[to + MarketData.CLOSE] = close;
        last = close;
      } else {
        Arrays.fill(side, to, to + FIELDS, last);
      }
      row += traded ? 1 : 0;
    }
  }

  boolean quoted(int asset) {
    return quoted[asset];
  }

  /** Bars of what is bid. */
  Bars bids(Bars whole) {
    return new SideBars(whole, assets, bid);
  }

  /** Bars of what is asked. */
  Bars asks(Bars whole) {
    return new SideBars(whole, assets, ask);
  }

  void digest(int asset, MessageDigest digest) {
    if (!quoted[asset]) {
      return;
    }
    ByteBuffer row = ByteBuffer.allocate(2 * FIELDS * Long.BYTES);
    for (int at = asset * FIELDS; at < bid.length; at += assets * FIELDS) {
      row.clear();
      for (int field = 0; field < FIELDS; field++) {
        row.putLong(bid[at + field]).putLong(ask[at + field]);
      }
      digest.update(row.array());
    }
  }

  QuoteColumns slice(int from, int to) {
    int size = assets * FIELDS;
    return new QuoteColumns(
        quoted,
        Arrays.copyOfRange(bid, from * size, to * size),
        Arrays.copyOfRange(ask, from * size, to * size));
  }
}
