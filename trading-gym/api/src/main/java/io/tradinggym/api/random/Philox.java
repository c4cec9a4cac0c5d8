package io.tradinggym.api.random;

/**
 * Philox2x64-10, a counter-based generator: the {@code i}-th block of a stream is a keyed bijection of {@code i}, so
 * any block can be computed without the ones before it. Passes BigCrush.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon et al. (2011), Parallel random numbers: as easy as 1,
 *     2, 3</a>
 */
final class Philox {
  private static final long MULTIPLIER = 0xD2B74407B1CE6E93L;
  private static final long WEYL = 0x9E3779B97F4A7C15L;
  private static final int ROUNDS = 10;

  private Philox() {}

  /** Fills {@code out} with the blocks of the counters {@code (low, high), (low + 1, high)}, ... under the key. */
  static void blocks(long low, long high, long key, long[] out) {
    for (int at = 0; at < out.length; at += 2) {
      long c0 = low + (at >> 1);
      long c1 = high;
      long k = key;
      for (int round = 0; round < ROUNDS; round++) {
        long hi = Math.unsignedMultiplyHigh(MULTIPLIER, c0);
        long lo = MULTIPLIER * c0;
        c0 = hi ^ k ^ c1;
        c1 = lo;
        k += WEYL;
      }
      out[at] = c0;
      out[at + 1] = c1;
    }
  }

  /** The first word of a block. */
  static long block0(long low, long high, long key) {
    long[] out = new long[2];
    blocks(low, high, key, out);
    return out[0];
  }

  /** A bijection of 64 bits that spreads every input bit (the finaliser of SplitMix64). */
  static long mix(long z) {
    z = (z + WEYL);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
