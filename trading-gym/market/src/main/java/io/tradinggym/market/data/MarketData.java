package io.tradinggym.market.data;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.market.instrument.Instrument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * History, on one timeline. Immutable, so all lanes and threads read the same array. Whoever trades all assets reads a
 * bar in one piece:
 *
 * <pre>
 *   | bar 0: asset 0 open high low close volume traded, asset 1 open ... | bar 1: asset 0 open ... | ...
 * </pre>
 */
public final class MarketData implements Bars {
  /**
   * Numbers of an asset in a bar: four prices in ticks, the volume in lots, and 1 if there was a bar at all, else 0.
   */
  static final int FIELDS = 6;

  static final int OPEN = 0;
  static final int HIGH = 1;
  static final int LOW = 2;
  static final int CLOSE = 3;
  static final int VOLUME = 4;
  static final int TRADED = 5;

  private final List<Instrument> instruments;
  private final long[] closeTimes;
  private final long[] rows;
  private final @Nullable PerpetualColumns perpetuals;
  private final @Nullable EventColumns events;
  private final @Nullable QuoteColumns quotes;
  private final Bars asks;
  private final Bars bids;
  private final int[] goneFrom;
  private final int assets;

  /**
   * Data that belong to nobody else from now on.
   *
   * @param rows bars x assets x fields, as drawn above
   * @param perpetuals marks and funding; null where nothing has any
   * @param events dividends and splits; null where nothing has any
   * @param quotes bid and ask; null where nothing has any
   * @param goneFrom the first bar from which on each asset has left the market
   */
  MarketData(
      List<Instrument> instruments,
      long[] closeTimes,
      long[] rows,
      @Nullable PerpetualColumns perpetuals,
      @Nullable EventColumns events,
      @Nullable QuoteColumns quotes,
      int[] goneFrom) {
    this.events = events;
    this.quotes = quotes;
    this.instruments = List.copyOf(instruments);
    this.closeTimes = closeTimes;
    this.rows = rows;
    this.perpetuals = perpetuals;
    this.goneFrom = goneFrom;
    assets = instruments.size();
    asks = quotes == null ? this : quotes.asks(this);
    bids = quotes == null ? this : quotes.bids(this);
  }

  private int at(int asset, int bar) {
    return (bar * assets + Objects.checkIndex(asset, assets)) * FIELDS;
  }

  /** {@return what the data are of, by asset} */
  public List<Instrument> instruments() {
    return instruments;
  }

  /**
   * {@return the index of an asset, from 0}
   *
   * @param symbol of its instrument
   * @throws IllegalArgumentException naming the symbols that there are, if it is none
   */
  public int asset(String symbol) {
    for (int asset = 0; asset < assets; asset++) {
      if (instruments.get(asset).symbol().equals(symbol)) {
        return asset;
      }
    }
    throw new IllegalArgumentException(
        "no asset \""
            + symbol
            + "\"; known: "
            + instruments.stream().map(Instrument::symbol).toList());
  }

  /**
   * {@return the index of the first bar that closes at or after a time; {@link #length} if there is none}
   *
   * @param epochMillis UTC epoch milliseconds
   */
  public int barAt(long epochMillis) {
    int low = 0;
    int high = closeTimes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (closeTimes[middle] < epochMillis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public int assets() {
    return assets;
  }

  @Override
  public int length() {
    return closeTimes.length;
  }

  @Override
  public long closeTime(int bar) {
    return closeTimes[bar];
  }

  @Override
  public long open(int asset, int bar) {
    return rows[at(asset, bar) + OPEN];
  }

  @Override
  public long high(int asset, int bar) {
    return rows[at(asset, bar) + HIGH];
  }

  @Override
  public long low(int asset, int bar) {
    return rows[at(asset, bar) + LOW];
  }

  @Override
  public long close(int asset, int bar) {
    return rows[at(asset, bar) + CLOSE];
  }

  @Override
  public long volume(int asset, int bar) {
    return rows[at(asset, bar) + VOLUME];
  }

  @Override
  public boolean traded(int asset, int bar) {
    return rows[at(asset, bar) + TRADED] != 0;
  }

  @Override
  public int goneFrom(int asset) {
    return goneFrom[asset];
  }

  @Override
  public long mark(int asset, int bar) {
    return perpetuals == null
        ? close(asset, bar)
        : perpetuals.get(asset, bar, PerpetualColumns.CLOSE);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return perpetuals == null
        ? high(asset, bar)
        : perpetuals.get(asset, bar, PerpetualColumns.HIGH);
  }

  @Override
  public long markLow(int asset, int bar) {
    return perpetuals == null ? low(asset, bar) : perpetuals.get(asset, bar, PerpetualColumns.LOW);
  }

  @Override
  public long funding(int asset, int bar) {
    return perpetuals == null ? 0 : perpetuals.get(asset, bar, PerpetualColumns.FUNDING);
  }

  @Override
  public long fundingInterval(int asset) {
    return perpetuals == null ? 0 : perpetuals.interval(asset);
  }

  @Override
  public long fundingInterval(int asset, int bar) {
    return perpetuals == null ? 0 : perpetuals.interval(asset, bar);
  }

  @Override
  public boolean quoted(int asset) {
    return quotes != null && quotes.quoted(asset);
  }

  @Override
  public Bars asks() {
    return asks;
  }

  @Override
  public Bars bids() {
    return bids;
  }

  @Override
  public boolean hasActions() {
    return events != null;
  }

  @Override
  public long dividend(int asset, int bar) {
    return events == null ? 0 : events.dividend(asset, bar);
  }

  @Override
  public int splitShares(int asset, int bar) {
    return events == null ? 1 : events.shares(asset, bar);
  }

  @Override
  public int splitOf(int asset, int bar) {
    return events == null ? 1 : events.of(asset, bar);
  }

  /**
   * {@return some of the bars, {@code from} included, {@code to} not, as data of their own}
   *
   * @param from index of the first bar
   * @param to index of the bar after the last
   */
  public MarketData slice(int from, int to) {
    int size = assets * FIELDS;
    return new MarketData(
        instruments,
        Arrays.copyOfRange(closeTimes, from, to),
        Arrays.copyOfRange(rows, from * size, to * size),
        perpetuals == null ? null : perpetuals.slice(from, to),
        events == null ? null : events.slice(from, to),
        quotes == null ? null : quotes.slice(from, to),
        Departures.from(goneFrom, from));
  }

  /** {@return the SHA-256 over symbols, ticks and every number, in hex} */
  public String fingerprint() {
    MessageDigest digest = Sha256.digest();
    for (int asset = 0; asset < assets; asset++) {
      Instrument instrument = instruments.get(asset);
      digest.update(instrument.symbol().getBytes(StandardCharsets.UTF_8));
      ByteBuffer row = ByteBuffer.allocate(6 * Long.BYTES + 1);
      for (int bar = 0; bar < closeTimes.length; bar++) {
        row.clear();
        row.putLong(closeTimes[bar]);
        for (int field = OPEN; field <= VOLUME; field++) {
          row.putLong(rows[at(asset, bar) + field]);
        }
        row.put((byte) rows[at(asset, bar) + TRADED]);
        digest.update(row.array());
        if (perpetuals != null) {
          ByteBuffer marks = ByteBuffer.allocate(PerpetualColumns.FIELDS * Long.BYTES);
          for (int field = 0; field < PerpetualColumns.FIELDS; field++) {
            marks.putLong(perpetuals.get(asset, bar, field));
          }
          digest.update(marks.array());
        }
      }
      if (perpetuals != null) {
        perpetuals.digestChanges(asset, digest);
      }
      if (events != null) {
        events.digest(asset, digest);
      }
      if (quotes != null) {
        quotes.digest(asset, digest);
      }
      digest.update(Long.toString(instrument.tickLotValue()).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
