package io.tradinggym.api.random;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A stream of random numbers, the same bits on every platform. Its state is a key and a counter, so it is saved in 33
 * bytes. Also a {@link RandomGenerator}, for code that takes one. Not thread-safe: one user.
 */
public final class RandomStream implements RandomGenerator, Resumable {
  private static final double UNIT = 0x1.0p-53;

  private long key;
  private long stream;
  private long counter;
  private boolean spareReady;
  private final long[] block = new long[2];
  private final @Nullable Ahead ahead;
  private int taken;

  RandomStream(long key, long stream) {
    this(key, stream, null);
  }

  private RandomStream(long key, long stream, @Nullable Ahead ahead) {
    this.key = key;
    this.stream = stream;
    this.ahead = ahead;
  }

  /**
   * {@return a stream to {@link #copyFrom} others into, which computes the same numbers, many at a time} For whoever
   * draws hundreds in a row, and copies back into the other where that shall go on from. It holds 4 KB.
   */
  public static RandomStream reader() {
    RandomStream reader = new RandomStream(0, 0, new Ahead());
    reader.startReading();
    return reader;
  }

  @Override
  public long nextLong() {
    if (ahead != null) {
      return ahead.words[take(ahead)];
    }
    if (spareReady) {
      spareReady = false;
      return block[1];
    }
    Philox.blocks(counter++, stream, key, block);
    spareReady = true;
    return block[0];
  }

  /** Where the next word is; in a reader {@link #counter} is that of the first word it has. */
  private int take(Ahead ahead) {
    if (taken == Ahead.WORDS) {
      counter += Ahead.WORDS / 2;
      ahead.fill(key, stream, counter);
      taken = 0;
    }
    return taken++;
  }

  /** What a word is as a chance, in (0, 1). */
  static double chance(long word) {
    return ((word >>> 11) + 0.5) * UNIT;
  }

  /** {@return a number uniform on [0, 1), a multiple of 2^-53} */
  public double uniform() {
    return (nextLong() >>> 11) * UNIT;
  }

  /**
   * {@return a number uniform on [low, high)}
   *
   * @param low lower bound, included
   * @param high upper bound, not included
   */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /**
   * {@return a whole number uniform on 0 .. bound-1, without bias to 2^-32 relative (multiply-shift)}
   *
   * @param bound > 0
   * @throws IllegalArgumentException if it is not
   */
  public int integer(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be > 0, was " + bound);
    }
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  /**
   * {@return true with probability p}
   *
   * @param p probability, in [0, 1]
   */
  public boolean bernoulli(double p) {
    return uniform() < p;
  }

  /** {@return a standard normal number; one uniform per draw, through the inverse distribution function} */
  public double gaussian() {
    return ahead == null ? InverseNormal.quantile(chance(nextLong())) : ahead.normals[take(ahead)];
  }

  /**
   * {@return a normal number of this mean and standard deviation}
   *
   * @param mean any number
   * @param sd standard deviation, &gt;= 0
   */
  public double gaussian(double mean, double sd) {
    return mean + sd * gaussian();
  }

  /** {@return an exponential number of mean 1} */
  public double exponential() {
    return -StrictMath.log(chance(nextLong()));
  }

  @Override
  public double nextDouble() {
    return uniform();
  }

  @Override
  public double nextGaussian() {
    return gaussian();
  }

  /** {@return a copy that goes on from here on its own} */
  public RandomStream fork() {
    RandomStream copy = new RandomStream(key, stream);
    copy.copyFrom(this);
    return copy;
  }

  /**
   * Becomes what {@link #fork} of the other would be, without allocating.
   *
   * @param other the stream that is copied; it stays as it is
   */
  public void copyFrom(RandomStream other) {
    key = other.key;
    stream = other.stream;
    spareReady = other.hasSpare();
    block[1] = other.spare();
    counter = other.begun();
    startReading();
  }

  /** A reader begins with the block that has words left. */
  private void startReading() {
    if (ahead != null) {
      counter -= spareReady ? 1 : 0;
      taken = spareReady ? 1 : 0;
      ahead.fill(key, stream, counter);
    }
  }

  private boolean hasSpare() {
    return ahead == null ? spareReady : (taken & 1) == 1;
  }

  /** The second word of the last block begun, also where it is used up. */
  private long spare() {
    return ahead == null || taken == 0 ? block[1] : ahead.words[taken - 1 | 1];
  }

  /** How many blocks were begun. */
  private long begun() {
    return ahead == null ? counter : counter + (taken + 1) / 2;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(key);
    out.writeLong(stream);
    out.writeLong(begun());
    out.writeBoolean(hasSpare());
    out.writeLong(spare());
  }

  @Override
  public void restore(DataInput in) throws IOException {
    key = in.readLong();
    stream = in.readLong();
    counter = in.readLong();
    spareReady = in.readBoolean();
    block[1] = in.readLong();
    startReading();
  }
}
