package io.tradinggym.agents.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatMath} on a whole vector, operation for operation, so that every lane has the scalar's bits. */
final class VectorMath {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  private VectorMath() {}

  private static FloatVector all(float x) {
    return FloatVector.broadcast(S, x);
  }

  /** Like {@code x > high ? high : x} and then the low side: NaN passes. */
  private static FloatVector clamp(FloatVector x, float low, float high) {
    FloatVector z = x.blend(high, x.compare(VectorOperators.GT, high));
    return z.blend(low, z.compare(VectorOperators.LT, low));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector z = clamp(x, -FloatMath.TANH_MAX, FloatMath.TANH_MAX);
    FloatVector u = z.mul(z);
    FloatVector one = all(1f);
    FloatVector p = u.fma(all(FloatMath.P4), all(FloatMath.P3));
    FloatVector q = u.fma(all(FloatMath.Q4), all(FloatMath.Q3));
    p = p.fma(u, all(FloatMath.P2));
    q = q.fma(u, all(FloatMath.Q2));
    p = p.fma(u, all(FloatMath.P1));
    q = q.fma(u, all(FloatMath.Q1));
    p = p.fma(u, one);
    q = q.fma(u, one);
    return clamp(z.mul(p).div(q), -1f, 1f);
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector one = all(1f);
    return one.div(one.add(exp(x.neg())));
  }

  static FloatVector exp(FloatVector x) {
    FloatVector z = clamp(x, FloatMath.EXP_MIN, FloatMath.EXP_MAX);
    FloatVector round = all(FloatMath.ROUND);
    FloatVector t = z.fma(all(FloatMath.LOG2_E), round);
    FloatVector n = t.sub(round);
    FloatVector r = n.fma(all(-FloatMath.LN2_HIGH), z);
    r = n.fma(all(-FloatMath.LN2_LOW), r);
    FloatVector p = r.fma(all(FloatMath.E7), all(FloatMath.E6));
    p = p.fma(r, all(FloatMath.E5));
    p = p.fma(r, all(FloatMath.E4));
    p = p.fma(r, all(FloatMath.E3));
    p = p.fma(r, all(FloatMath.E2));
    p = p.mul(r).fma(r, r).add(1f);
    FloatVector half = n.fma(all(0.5f), round).sub(round);
    FloatVector rest = n.sub(half);
    // 2^n of a whole number: with n + 127, the exponent with its bias, in the last bits of a sum.
    // Twice in one place, as C2 has no room left for calls at the end of a method as long as this
    // one, and vectors that are passed to a call are objects.
    FloatVector bias = all(FloatMath.ROUND + 127);
    return p.mul(
            half.add(bias)
                .reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .reinterpretAsFloats())
        .mul(
            rest.add(bias)
                .reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .reinterpretAsFloats());
  }
}
