package io.tradinggym.explain.memory;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * With two registers of 256 bits, or four of 128 where there are no wider ones. Written out, for a vector that is
 * handed to a method or comes from one is an object wherever C2 does not inline it.
 */
final class VectorDistance implements Distance {
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;

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

  @Override
  public int near(Codes.Part part, int block, Codes.Probe probe, float reach) {
    if (!wide) {
      return -1;
    }
    float[] wanted = probe.vector();
    byte[] bytes = part.bytes();
    int lanes = EIGHT.length();
    int at = block * wanted.length * Codes.BLOCK;
    FloatVector a = FloatVector.zero(EIGHT);
    FloatVector b = FloatVector.zero(EIGHT);
    FloatVector c = FloatVector.zero(EIGHT);
    FloatVector d = FloatVector.zero(EIGHT);
    for (float q : wanted) {
      Vector<Float> u =
          ByteVector.fromArray(BYTES, bytes, at).convertShape(VectorOperators.B2F, EIGHT, 0);
      Vector<Float> v =
          ByteVector.fromArray(BYTES, bytes, at + lanes)
              .convertShape(VectorOperators.B2F, EIGHT, 0);
      Vector<Float> w =
          ByteVector.fromArray(BYTES, bytes, at + 2 * lanes)
              .convertShape(VectorOperators.B2F, EIGHT, 0);
      Vector<Float> x =
          ByteVector.fromArray(BYTES, bytes, at + 3 * lanes)
              .convertShape(VectorOperators.B2F, EIGHT, 0);
      FloatVector all = FloatVector.broadcast(EIGHT, q);
      a = all.fma(u, a);
      b = all.fma(v, b);
      c = all.fma(w, c);
      d = all.fma(x, d);
      at += Codes.BLOCK;
    }
    float[] scales = part.scales();
    float[] squares = part.squares();
    float[] errors = part.errors();
    int row = block * Codes.BLOCK;
    FloatVector square = FloatVector.broadcast(EIGHT, probe.square());
    FloatVector u = FloatVector.fromArray(EIGHT, errors, row).add(reach);
    FloatVector v = FloatVector.fromArray(EIGHT, errors, row + lanes).add(reach);
    FloatVector w = FloatVector.fromArray(EIGHT, errors, row + 2 * lanes).add(reach);
    FloatVector x = FloatVector.fromArray(EIGHT, errors, row + 3 * lanes).add(reach);
    a =
        a.mul(-2)
            .fma(
                FloatVector.fromArray(EIGHT, scales, row),
                FloatVector.fromArray(EIGHT, squares, row).add(square));
    b =
        b.mul(-2)
            .fma(
                FloatVector.fromArray(EIGHT, scales, row + lanes),
                FloatVector.fromArray(EIGHT, squares, row + lanes).add(square));
    c =
        c.mul(-2)
            .fma(
                FloatVector.fromArray(EIGHT, scales, row + 2 * lanes),
                FloatVector.fromArray(EIGHT, squares, row + 2 * lanes).add(square));
    d =
        d.mul(-2)
            .fma(
                FloatVector.fromArray(EIGHT, scales, row + 3 * lanes),
                FloatVector.fromArray(EIGHT, squares, row + 3 * lanes).add(square));
    long far = a.compare(VectorOperators.GT, u.mul(u)).toLong();
    far |= b.compare(VectorOperators.GT, v.mul(v)).toLong() << lanes;
    far |= c.compare(VectorOperators.GT, w.mul(w)).toLong() << (2 * lanes);
    far |= d.compare(VectorOperators.GT, x.mul(x)).toLong() << (3 * lanes);
    return ~(int) far;
  }
}
