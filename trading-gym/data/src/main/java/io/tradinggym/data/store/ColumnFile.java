package io.tradinggym.data.store;

import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Bars of one asset as columns of a file that is mapped into memory: opening reads nothing, and what is looked at is
 * shared by all processes that look. Big-endian:
 *
 * <pre>
 * | 8 bytes "TGCOLS01" | 8 bytes rows n | n longs close times | n doubles open | high | low | close | volume |
 * </pre>
 *
 * <p>Several threads may read; closing it ends all views.
 */
public final class ColumnFile implements AutoCloseable {
  private static final long MAGIC = 0x5447434f4c533031L;
  private static final int HEAD = 2 * Long.BYTES;
  private static final int COLUMNS = 6;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.BIG_ENDIAN);

  /** A column of numbers, in the order in which they stand in the file. */
  public enum Column {
    /** First prices. */
    OPEN,
    /** Highest prices. */
    HIGH,
    /** Lowest prices. */
    LOW,
    /** Last prices. */
    CLOSE,
    /** Traded quantities. */
    VOLUME
  }

  private final Path file;
  private final Arena arena;
  private final MemorySegment mapped;
  private final int rows;

  private ColumnFile(Path file, Arena arena, MemorySegment mapped, int rows) {
    this.file = file;
    this.arena = arena;
    this.mapped = mapped;
    this.rows = rows;
  }

  /**
   * Writes bars; the file is replaced in one step.
   *
   * @param file that is made or replaced
   * @param bars of one asset
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, PriceBars bars) throws IOException {
    int n = bars.size();
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
            FileChannel.open(
                beside,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Arena arena = Arena.ofConfined()) {
      MemorySegment to = out.map(FileChannel.MapMode.READ_WRITE, 0, size(n), arena);
      to.set(LONG, 0, MAGIC);
      to.set(LONG, Long.BYTES, n);
      for (int row = 0; row < n; row++) {
        to.set(LONG, HEAD + (long) row * Long.BYTES, bars.closeTime(row));
        to.set(DOUBLE, at(n, Column.OPEN, row), bars.open(row));
        to.set(DOUBLE, at(n, Column.HIGH, row), bars.high(row));
        to.set(DOUBLE, at(n, Column.LOW, row), bars.low(row));
        to.set(DOUBLE, at(n, Column.CLOSE, row), bars.close(row));
        to.set(DOUBLE, at(n, Column.VOLUME, row), bars.volume(row));
      }
      to.force();
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * {@return the columns of a file, mapped into memory until they are closed}
   *
   * @param file that {@link #write} wrote
   * @throws IOException naming the file if it is none of these, or was cut, or cannot be read
   */
  public static ColumnFile open(Path file) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = in.size();
      if (size < HEAD) {
        throw new IOException(file + " is no file of columns: it has " + size + " bytes");
      }
      MemorySegment mapped = in.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      long rows = mapped.get(LONG, Long.BYTES);
      if (mapped.get(LONG, 0) != MAGIC || rows < 0 || rows > Integer.MAX_VALUE) {
        throw new IOException(file + " is no file of columns");
      }
      if (size != size((int) rows)) {
        throw new IOException(
            file + " must have " + size((int) rows) + " bytes for " + rows + " bars, has " + size);
      }
      return new ColumnFile(file, arena, mapped, (int) rows);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static long size(int rows) {
    return HEAD + (long) COLUMNS * rows * Long.BYTES;
  }

  @SuppressWarnings("EnumOrdinal") // The file holds the columns in the order of the constants.
  private static long at(int rows, Column column, int row) {
    return HEAD + ((1L + column.ordinal()) * rows + row) * Long.BYTES;
  }

  /** {@return the number of bars} */
  public int size() {
    return rows;
  }

  /**
   * {@return when a bar closed, epoch milliseconds UTC}
   *
   * @param row index of the bar, from 0
   */
  public long closeTime(int row) {
    return mapped.get(LONG, HEAD + (long) Objects.checkIndex(row, rows) * Long.BYTES);
  }

  /**
   * {@return a number of a bar: a price in the asset's currency, or a quantity}
   *
   * @param column price or volume
   * @param row index of the bar, from 0
   */
  public double value(Column column, int row) {
    return mapped.get(DOUBLE, at(rows, column, Objects.checkIndex(row, rows)));
  }

  /**
   * {@return the bars, copied}
   *
   * @throws IllegalArgumentException naming the file and the first bar that is none
   */
  public PriceBars bars() {
    PriceBars bars = new PriceBars();
    try {
      for (int row = 0; row < rows; row++) {
        bars.append(
            closeTime(row),
            value(Column.OPEN, row),
            value(Column.HIGH, row),
            value(Column.LOW, row),
            value(Column.CLOSE, row),
            value(Column.VOLUME, row));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    return bars;
  }

  @Override
  public void close() {
    arena.close();
  }
}
