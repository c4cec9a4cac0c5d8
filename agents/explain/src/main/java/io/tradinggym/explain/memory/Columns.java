package io.tradinggym.explain.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cases in two mapped files, little-endian:
 *
 * <pre>
 * rows     | id | instrument | start | known | outcome known | kind | outcome | payload | checksum |   9 longs a row
 * vectors  | stride floats a row, the dimensions filled up with 0 |
 * </pre>
 *
 * <p>A row counts if its checksum is that of its eight longs and its vector, and all rows before it count: a process
 * killed while it wrote leaves no half row. Files grow by doubling.
 */
final class Columns implements AutoCloseable {
  static final int ID = 0;
  static final int INSTRUMENT = 1;
  static final int START = 2;
  static final int KNOWN = 3;
  static final int OUTCOME_KNOWN = 4;
  static final int KIND = 5;
  static final int OUTCOME = 6;
  static final int PAYLOAD = 7;
  private static final int CHECKSUM = 8;
  private static final int LONGS = 9;

  private static final int FIRST_ROWS = 1024;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path folder;
  private final FileChannel rowFile;
  private final FileChannel vectorFile;
  private final int dimensions;
  private final int stride;
  private final Codes codes;
  private final CRC32C checksum = new CRC32C();
  private Arena arena = Arena.ofShared();
  private MemorySegment rows = MemorySegment.NULL;
  private MemorySegment vectors = MemorySegment.NULL;
  private int capacity;
  private int size;

  /** Two columns of the rows beside each other: what a search asks of those that may be near. */
  private long[] outcomeKnown = new long[FIRST_ROWS];

  private byte[] kinds = new byte[FIRST_ROWS];
  private @Nullable FileLock lock;

  Columns(Path folder, int dimensions) throws IOException {
    this.folder = folder;
    this.dimensions = dimensions;
    stride = (dimensions + Distance.SUMS - 1) / Distance.SUMS * Distance.SUMS;
    codes = new Codes(dimensions);
    rowFile = open(folder.resolve("rows"));
    vectorFile = open(folder.resolve("vectors"));
    count();
  }

  /** Counts on; what a killed process left behind is no row, and is written over. */
  private void count() throws IOException {
    long whole =
        Math.min(
            rowFile.size() / (LONGS * Long.BYTES),
            vectorFile.size() / (stride * (long) Float.BYTES));
    int wanted = (int) Math.max(FIRST_ROWS, Math.min(whole, Integer.MAX_VALUE / 2));
    if (wanted > capacity) {
      map(wanted);
    }
    while (size < whole && get(size, CHECKSUM) == checksumOf(size)) {
      countRow();
    }
  }

  private void countRow() {
    if (size == outcomeKnown.length) {
      outcomeKnown = Arrays.copyOf(outcomeKnown, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    outcomeKnown[size] = get(size, OUTCOME_KNOWN);
    kinds[size] = (byte) get(size, KIND);
    codes.add(size, vector(size), outcomeKnown[size]);
    size++;
  }

  /**
   * Makes this the only one that adds, until it is closed; rows that another has added since then count.
   *
   * @throws IllegalStateException if another one adds
   */
  void claim() {
    if (lock != null) {
      return;
    }
    try {
      lock = rowFile.tryLock();
      if (lock != null) {
        count();
        return;
      }
    } catch (OverlappingFileLockException _) {
      // Another one of this process.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "another one adds to the memory in " + folder + "; one at a time");
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void map(int wanted) throws IOException {
    Arena old = arena;
    arena = Arena.ofShared();
    long rowBytes = (long) wanted * LONGS * Long.BYTES;
    long vectorBytes = (long) wanted * stride * Float.BYTES;
    rows = rowFile.map(MapMode.READ_WRITE, 0, rowBytes, arena);
    vectors = vectorFile.map(MapMode.READ_WRITE, 0, vectorBytes, arena);
    capacity = wanted;
    old.close();
  }

  int size() {
    return size;
  }

  int dimensions() {
    return dimensions;
  }

  /** Floats from one vector to the next. */
  int stride() {
    return stride;
  }

  /** When its outcome was known, epoch milliseconds; the case was known by then. */
  long outcomeKnown(int row) {
    return outcomeKnown[row];
  }

  /** The code of its {@link Kind}. */
  byte kind(int row) {
    return kinds[row];
  }

  /** What tells for most rows that they are too far away. */
  Codes codes() {
    return codes;
  }

  MemorySegment vectors() {
    return vectors;
  }

  long get(int row, int column) {
    return rows.get(LONG, ((long) row * LONGS + column) * Long.BYTES);
  }

  private void set(int row, int column, long value) {
    rows.set(LONG, ((long) row * LONGS + column) * Long.BYTES, value);
  }

  private float[] vector(int row) {
    float[] vector = new float[dimensions];
    MemorySegment.copy(vectors, FLOAT, (long) row * stride * Float.BYTES, vector, 0, dimensions);
    return vector;
  }

  Entry entry(int row) {
    return new Entry(
        get(row, ID),
        (int) get(row, INSTRUMENT),
        get(row, START),
        get(row, KNOWN),
        get(row, OUTCOME_KNOWN),
        Kind.of(get(row, KIND)),
        vector(row),
        Double.longBitsToDouble(get(row, OUTCOME)),
        get(row, PAYLOAD));
  }

  /** Whoever adds has claimed it. The checksum is written last. */
  void add(Entry entry) {
    if (size == capacity) {
      try {
        map(Math.multiplyExact(2, capacity));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    int row = size;
    set(row, CHECKSUM, 0);
    if (row + 1 < capacity) {
      set(row + 1, CHECKSUM, 0); // after a loss of power a later row may have survived this one
    }
    for (int i = 0; i < stride; i++) {
      float value = i < dimensions ? entry.vector()[i] : 0;
      vectors.set(FLOAT, ((long) row * stride + i) * Float.BYTES, value);
    }
    set(row, ID, entry.id());
    set(row, INSTRUMENT, entry.instrument());
    set(row, START, entry.start());
    set(row, KNOWN, entry.knownAt());
    set(row, OUTCOME_KNOWN, entry.outcomeKnownAt());
    set(row, KIND, entry.kind().code());
    set(row, OUTCOME, Double.doubleToRawLongBits(entry.outcome()));
    set(row, PAYLOAD, entry.payload());
    set(row, CHECKSUM, checksumOf(row));
    countRow();
  }

  /** Never 0, which is what stands where nothing was written. */
  private long checksumOf(int row) {
    checksum.reset();
    checksum.update(
        rows.asSlice((long) row * LONGS * Long.BYTES, CHECKSUM * (long) Long.BYTES).asByteBuffer());
    checksum.update(
        vectors
            .asSlice((long) row * stride * Float.BYTES, (long) stride * Float.BYTES)
            .asByteBuffer());
    return checksum.getValue() | 1L << 32;
  }

  void flush() {
    vectors.force();
    rows.force();
  }

  @Override
  public void close() throws IOException {
    arena.close();
    rowFile.close();
    vectorFile.close();
  }
}
