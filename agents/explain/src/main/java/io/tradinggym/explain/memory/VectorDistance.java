package io.tradinggym.explain.memory;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * With two registers of 256 bits, or four of 128 where there are no wider ones. Written out, for vectors that are passed
 * to a method or returned by one are objects wherever C2 does not inline it.
 */
final class VectorDistance implements Distance {
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  /** Puts either half in the place of the other. */
  private static final VectorShuffle<Float> HALVES =
      VectorShuffle.fromOp(EIGHT, lane -> lane ^ FOUR.length());

  private final boolean wide;

  VectorDistance() {
    this(FloatVector.SPECIES_PREFERRED.length() >= EIGHT.length());
  }

  VectorDistance(boolean wide) {
    this.wide = wide;
  }

  @Override
  public float squared(MemorySegment vectors, long from, float[] wanted, int stride) {
    return wide ? wide(vectors, from, wanted, stride) : narrow(vectors, from, wanted, stride);
  }

  private static float wide(MemorySegment vectors, long from, float[] wanted, int stride) {
    FloatVector a = FloatVector.zero(EIGHT);
    FloatVector b = FloatVector.zero(EIGHT);
    for (int i = 0; i < stride; i += SUMS) {
      long at = from + (long) i * Float.BYTES;
      FloatVector u =
          FloatVector.fromMemorySegment(EIGHT, vectors, at, ORDER)
              .sub(FloatVector.fromArray(EIGHT, wanted, i));
      FloatVector v =
          FloatVector.fromMemorySegment(EIGHT, vectors, at + SUMS / 2 * Float.BYTES, ORDER)
              .sub(FloatVector.fromArray(EIGHT, wanted, i + SUMS / 2));
      a = u.fma(u, a);
      b = v.fma(v, b);
    }
    FloatVector eight = a.add(b);
    FloatVector sums = eight.add(eight.rearrange(HALVES));
    return sums.lane(0) + sums.lane(2) + (sums.lane(1) + sums.lane(3));
  }

  private static float narrow(MemorySegment vectors, long from, float[] wanted, int stride) {
    FloatVector a = FloatVector.zero(FOUR);
    FloatVector b = FloatVector.zero(FOUR);
    FloatVector c = FloatVector.zero(FOUR);
    FloatVector d = FloatVector.zero(FOUR);
    for (int i = 0; i < stride; i += SUMS) {
      long at = from + (long) i * Float.BYTES;
      FloatVector u =
          FloatVector.fromMemorySegment(FOUR, vectors, at, ORDER)
              .sub(FloatVector.fromArray(FOUR, wanted, i));
      FloatVector v =
          FloatVector.fromMemorySegment(FOUR, vectors, at + SUMS / 4 * Float.BYTES, ORDER)
              .sub(FloatVector.fromArray(FOUR, wanted, i + SUMS / 4));
      FloatVector w =
          FloatVector.fromMemorySegment(FOUR, vectors, at + SUMS / 2 * Float.BYTES, ORDER)
              .sub(FloatVector.fromArray(FOUR, wanted, i + SUMS / 2));
      FloatVector x =
          FloatVector.fromMemorySegment(FOUR, vectors, at + 3 * SUMS / 4 * Float.BYTES, ORDER)
              .sub(FloatVector.fromArray(FOUR, wanted, i + 3 * SUMS / 4));
      a = u.fma(u, a);
      b = v.fma(v, b);
      c = w.fma(w, c);
      d = x.fma(x, d);
    }
    FloatVector sums = a.add(c).add(b.add(d));
    return sums.lane(0) + sums.lane(2) + (sums.lane(1) + sums.lane(3));
  }
}
