package io.tradinggym.experiments.statistics.selection;

import java.util.random.RandomGenerator;

/** x &lt;- (1103515245 x + 12345) mod 2^31, u = x / 2^31: a generator that any language repeats to the last digit. */
final class Lcg implements RandomGenerator {
  private static final long MODULUS = 1L << 31;
  private long x;

  Lcg(long seed) {
    x = seed;
  }

  @Override
  public double nextDouble() {
    x = Math.floorMod(1103515245L * x + 12345, MODULUS);
    return (double) x / MODULUS;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("tests draw uniform numbers only");
  }
}
