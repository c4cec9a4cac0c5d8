package io.tradinggym.explain.memory;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** With two registers of 256 bits, or four of 128 where there are no wider ones. */
final class VectorDistance implements Distance {
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

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
    FloatVector sums =
        wide ? wide(vectors, from, wanted, stride) : narrow(vectors, from, wanted, stride);
    return sums.lane(0) + sums.lane(2) + (sums.lane(1) + sums.lane(3));
  }

  private static FloatVector wide(MemorySegment vectors, long from, float[] wanted, int stride) {
    FloatVector a = FloatVector.zero(EIGHT);
    FloatVector b = FloatVector.zero(EIGHT);
    for (int i = 0; i < stride; i += SUMS) {
      a = add(a, EIGHT, vectors, from, wanted, i);
      b = add(b, EIGHT, vectors, from, wanted, i + SUMS / 2);
    }
    FloatVector eight = a.add(b);
    return eight.add(eight.rearrange(HALVES));
  }

  private static FloatVector narrow(MemorySegment vectors, long from, float[] wanted, int stride) {
    FloatVector a = FloatVector.zero(FOUR);
    FloatVector b = FloatVector.zero(FOUR);
    FloatVector c = FloatVector.zero(FOUR);
    FloatVector d = FloatVector.zero(FOUR);
    for (int i = 0; i < stride; i += SUMS) {
      a = add(a, FOUR, vectors, from, wanted, i);
      b = add(b, FOUR, vectors, from, wanted, i + SUMS / 4);
      c = add(c, FOUR, vectors, from, wanted, i + SUMS / 2);
      d = add(d, FOUR, vectors, from, wanted, i + 3 * SUMS / 4);
    }
    return a.add(c).add(b.add(d));
  }

  private static FloatVector add(
      FloatVector sum,
      VectorSpecies<Float> lanes,
      MemorySegment vectors,
      long from,
      float[] wanted,
      int at) {
    FloatVector there =
        FloatVector.fromMemorySegment(
            lanes, vectors, from + (long) at * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
    FloatVector difference = there.sub(FloatVector.fromArray(lanes, wanted, at));
    return difference.fma(difference, sum);
  }
}
