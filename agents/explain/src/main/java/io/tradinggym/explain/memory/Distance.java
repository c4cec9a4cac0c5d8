package io.tradinggym.explain.memory;

import java.lang.foreign.MemorySegment;

/**
 * The squared distance of two vectors, with the Vector API or in plain Java: the same bits with registers of any width,
 * compiled or not. Number i adds to sum i mod 16, in order and with fused multiply-add; then sums j and j + 8, of those
 * j and j + 4, j and j + 2, and the last two are added.
 */
interface Distance {
  /** Sums beside each other; vectors are filled up to a multiple of it. */
  int SUMS = 16;

  /**
   * The distance.
   *
   * @param vectors little-endian floats
   * @param from byte at which the vector begins
   * @param wanted the other vector
   * @param stride floats of both, a multiple of {@link #SUMS}
   */
  float squared(MemorySegment vectors, long from, float[] wanted, int stride);

  /**
   * Which rows of a block of codes may lie within a distance: those for which
   *
   * <pre>
   *   |q|^2 + |s c|^2 - 2 s q.c &gt; (reach + e)^2
   * </pre>
   *
   * <p>does not hold. All may where that takes longer than to look at them.
   *
   * @param block of the part
   * @param reach the distance
   * @return a bit for each row
   */
  int near(Codes.Part part, int block, Codes.Probe probe, float reach);

  /** With the Vector API if the JVM has its module, else in plain Java. */
  static Distance fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return new PlainDistance();
    }
    try {
      // By name: no other class may refer to one that the module is needed for.
      return Class.forName("io.tradinggym.explain.memory.VectorDistance")
          .asSubclass(Distance.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the Vector API is there but distances by it cannot be loaded", e);
    }
  }
}
