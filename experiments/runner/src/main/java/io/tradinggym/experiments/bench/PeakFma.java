package io.tradinggym.experiments.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many fused multiply-adds of floats as one core can do: twelve independent chains of the widest vectors, in
 * registers, no memory. What networks reach is judged by this.
 */
final class PeakFma implements Workload {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 12;
  private static final int ROUNDS = 1000;

  private float result;

  /** Floating-point operations in a step; a fused multiply-add is two. */
  static double flops() {
    return 2.0 * CHAINS * ROUNDS * S.length();
  }

  @Override
  public void run(long steps) {
    for (long i = 0; i < steps; i++) {
      result += chains();
    }
    if (Float.isNaN(result)) {
      throw new ArithmeticException("the chains tend to 1, but gave " + result);
    }
  }

  /** Every chain is x = x / 2 + 1 / 2, which stays finite. */
  private static float chains() {
    FloatVector half = FloatVector.broadcast(S, 0.5f);
    FloatVector a = FloatVector.broadcast(S, 1f);
    FloatVector b = FloatVector.broadcast(S, 2f);
    FloatVector c = FloatVector.broadcast(S, 3f);
    FloatVector d = FloatVector.broadcast(S, 4f);
    FloatVector e = FloatVector.broadcast(S, 5f);
    FloatVector f = FloatVector.broadcast(S, 6f);
    FloatVector g = FloatVector.broadcast(S, 7f);
    FloatVector h = FloatVector.broadcast(S, 8f);
    FloatVector k = FloatVector.broadcast(S, 9f);
    FloatVector l = FloatVector.broadcast(S, 10f);
    FloatVector m = FloatVector.broadcast(S, 11f);
    FloatVector n = FloatVector.broadcast(S, 12f);
    for (int i = 0; i < ROUNDS; i++) {
      a = a.fma(half, half);
      b = b.fma(half, half);
      c = c.fma(half, half);
      d = d.fma(half, half);
      e = e.fma(half, half);
      f = f.fma(half, half);
      g = g.fma(half, half);
      h = h.fma(half, half);
      k = k.fma(half, half);
      l = l.fma(half, half);
      m = m.fma(half, half);
      n = n.fma(half, half);
    }
    FloatVector sum = a.add(b).add(c).add(d).add(e).add(f);
    return sum.add(g).add(h).add(k).add(l).add(m).add(n).lane(0);
  }
}
