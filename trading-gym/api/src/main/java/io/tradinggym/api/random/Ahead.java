package io.tradinggym.api.random;

/**
 * The next words of a stream and the normals that each would be, computed together: most loops have no branch, so that
 * compilers make vectors of them.
 */
final class Ahead {
  /** Even: two of a block of {@link Philox}. */
  static final int WORDS = 128;

  final long[] words = new long[WORDS];
  final double[] normals = new double[WORDS];
  private final double[] chances = new double[WORDS];
  private final int[] tails = new int[WORDS];
  private final double[] roots = new double[WORDS];
  private final double[] near = new double[WORDS];

  void fill(long key, long stream, long counter) {
    Philox.blocks(counter, stream, key, words);
    for (int i = 0; i < WORDS; i++) {
      chances[i] = RandomStream.chance(words[i]);
    }
    for (int i = 0; i < WORDS; i++) {
      normals[i] = InverseNormal.centre(chances[i] - 0.5);
    }
    int count = findTails();
    for (int i = 0; i < count; i++) {
      roots[i] = InverseNormal.logarithm(chances[tails[i]]);
    }
    for (int i = 0; i < count; i++) {
      roots[i] = Math.sqrt(roots[i]);
      near[i] = InverseNormal.nearTail(roots[i]);
    }
    for (int i = 0; i < count; i++) {
      normals[tails[i]] = InverseNormal.tail(chances[tails[i]], roots[i], near[i]);
    }
  }

  /** Where words of the tails are, and how many: by the sign as a number, for no processor guesses which. */
  private int findTails() {
    int count = 0;
    for (int i = 0; i < WORDS; i++) {
      double inside = InverseNormal.CENTRE - Math.abs(chances[i] - 0.5);
      tails[count] = i;
      count += (int) (Double.doubleToRawLongBits(inside) >>> 63);
    }
    return count;
  }
}
