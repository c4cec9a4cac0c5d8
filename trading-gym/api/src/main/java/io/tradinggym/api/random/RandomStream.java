package io.tradinggym.api.random;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

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

  RandomStream(long key, long stream) {
    this.key = key;
    this.stream = stream;
  }

  @Override
  public long nextLong() {
    if (spareReady) {
      spareReady = false;
      return block[1];
    }
    Philox.block(counter++, stream, key, block);
    spareReady = true;
    return block[0];
  }

  /** {@return the uniform on [0, 1), a multiple of 2^-53} */
  public double uniform() {
    return (nextLong() >>> 11) * UNIT;
  }

  /**
   * {@return the uniform on [low, high)}
   *
   * @param low lower bound, included
   * @param high upper bound, not included
   */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /**
   * {@return the uniform on 0 .. bound-1, without bias to 2^-32 relative (multiply-shift)}
   *
   * @param bound > 0
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

  /** {@return the standard normal; one uniform per draw, through the inverse distribution function} */
  public double gaussian() {
    return InverseNormal.quantile(((nextLong() >>> 11) + 0.5) * UNIT);
  }

  /**
   * {@return the normal with mean and standard deviation}
   *
   * @param mean any number
   * @param sd standard deviation, &gt;= 0
   */
  public double gaussian(double mean, double sd) {
    return mean + sd * gaussian();
  }

  /** {@return the exponential with mean 1} */
  public double exponential() {
    return -StrictMath.log(((nextLong() >>> 11) + 0.5) * UNIT);
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
    counter = other.counter;
    spareReady = other.spareReady;
    block[1] = other.block[1];
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(key);
    out.writeLong(stream);
    out.writeLong(counter);
    out.writeBoolean(spareReady);
    out.writeLong(block[1]);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    key = in.readLong();
    stream = in.readLong();
    counter = in.readLong();
    spareReady = in.readBoolean();
    block[1] = in.readLong();
  }
}
