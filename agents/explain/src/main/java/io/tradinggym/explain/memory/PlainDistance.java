package io.tradinggym.explain.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** In plain Java, without a module that has to be added. */
final class PlainDistance implements Distance {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @Override
  public float squared(MemorySegment vectors, long from, float[] wanted, int stride) {
    float[] sums = new float[SUMS];
    for (int i = 0; i < stride; i += SUMS) {
      for (int j = 0; j < SUMS; j++) {
        float difference = vectors.get(FLOAT, from + (i + j) * (long) Float.BYTES) - wanted[i + j];
        sums[j] = Math.fma(difference, difference, sums[j]);
      }
    }
    for (int half = SUMS / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) {
        sums[j] += sums[j + half];
      }
    }
    return sums[0];
  }

  @Override
  public int near(Codes.Part part, int block, Codes.Probe probe, float reach) {
    return -1;
  }
}
