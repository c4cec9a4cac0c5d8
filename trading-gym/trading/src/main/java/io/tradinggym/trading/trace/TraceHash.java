package io.tradinggym.trading.trace;

/**
 * A 64-bit hash of a row of numbers, bit by bit, for telling whether two runs saw the same: FNV-1a over words, mixed at
 * the end. No protection against somebody who wants two rows to agree.
 */
public final class TraceHash {
  /** Empty at first. */
  public TraceHash() {}

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;

  /**
   * Begins anew.
   *
   * @return this, empty
   */
  public TraceHash clear() {
    hash = BASIS;
    return this;
  }

  /**
   * Adds a number, with the sign of its zero.
   *
   * @param value any; 0 and -0, and different NaNs, hash differently
   * @return this, to go on adding
   */
  public TraceHash add(float value) {
    return add(Float.floatToRawIntBits(value));
  }

  /**
   * Adds a number.
   *
   * @param value any
   * @return this, to go on adding
   */
  public TraceHash add(long value) {
    hash = (hash ^ value) * PRIME;
    hash ^= hash >>> 29;
    return this;
  }

  /** {@return the hash of what was added} */
  public long get() {
    long mixed = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return mixed ^ mixed >>> 32;
  }
}
