package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Instrument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * History in columns: for each asset one {@code long[]} a field, all on one timeline. Immutable, so all lanes and threads
 * read the same arrays.
 */
public final class MarketData implements Bars {
  private final List<Instrument> instruments;
  private final long[] closeTimes;
  private final Column[] columns;

  /**
   * One asset's fields, by bar.
   *
   * @param open ticks
   * @param high ticks
   * @param low ticks
   * @param close ticks
   * @param volume lots
   * @param traded whether there was a bar at all
   */
  record Column(long[] open, long[] high, long[] low, long[] close, long[] volume, boolean[] traded) {
    Column(int length) {
      this(
          new long[length], new long[length], new long[length], new long[length], new long[length],
          new boolean[length]);
    }
  }

  MarketData(List<Instrument> instruments, long[] closeTimes, Column[] columns) {
    this.instruments = List.copyOf(instruments);
    this.closeTimes = closeTimes;
    this.columns = columns;
  }

  /** What the columns are of, by asset. */
  public List<Instrument> instruments() {
    return instruments;
  }

  /** Number of an asset. */
  public int asset(String symbol) {
    for (int asset = 0; asset < columns.length; asset++) {
      if (instruments.get(asset).symbol().equals(symbol)) {
        return asset;
      }
    }
    throw new IllegalArgumentException(
        "no asset \"" + symbol + "\"; known: " + instruments.stream().map(Instrument::symbol).toList());
  }

  /** The first bar that closes at or after a time; {@link #length} if there is none. */
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
    return columns.length;
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
    return columns[asset].open[bar];
  }

  @Override
  public long high(int asset, int bar) {
    return columns[asset].high[bar];
  }

  @Override
  public long low(int asset, int bar) {
    return columns[asset].low[bar];
  }

  @Override
  public long close(int asset, int bar) {
    return columns[asset].close[bar];
  }

  @Override
  public long volume(int asset, int bar) {
    return columns[asset].volume[bar];
  }

  @Override
  public boolean traded(int asset, int bar) {
    return columns[asset].traded[bar];
  }

  /** Some of the bars, {@code from} included, {@code to} not, as data of their own. */
  public MarketData slice(int from, int to) {
    Column[] parts = new Column[columns.length];
    for (int asset = 0; asset < parts.length; asset++) {
      Column whole = columns[asset];
      parts[asset] = new Column(
          Arrays.copyOfRange(whole.open, from, to),
          Arrays.copyOfRange(whole.high, from, to),
          Arrays.copyOfRange(whole.low, from, to),
          Arrays.copyOfRange(whole.close, from, to),
          Arrays.copyOfRange(whole.volume, from, to),
          Arrays.copyOfRange(whole.traded, from, to));
    }
    return new MarketData(instruments, Arrays.copyOfRange(closeTimes, from, to), parts);
  }

  /** SHA-256 over symbols, ticks and every number, in hex. */
  public String fingerprint() {
    MessageDigest digest = sha256();
    for (int asset = 0; asset < columns.length; asset++) {
      Instrument instrument = instruments.get(asset);
      digest.update(instrument.symbol().getBytes(StandardCharsets.UTF_8));
      Column column = columns[asset];
      ByteBuffer row = ByteBuffer.allocate(6 * Long.BYTES + 1);
      for (int bar = 0; bar < closeTimes.length; bar++) {
        row.clear();
        row.putLong(closeTimes[bar]).putLong(column.open[bar]).putLong(column.high[bar]).putLong(column.low[bar]);
        row.putLong(column.close[bar]).putLong(column.volume[bar]).put((byte) (column.traded[bar] ? 1 : 0));
        digest.update(row.array());
      }
      digest.update(Long.toString(instrument.tickLotValue()).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
