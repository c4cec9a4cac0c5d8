package io.tradinggym.agents.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatMath} on a whole vector, operation for operation, so that every lane has the scalar's bits.
 *
 * <p>C2 inlines only so much into one method, and a vector that is passed to a call is an object. So constants are
 * vectors made once, and a function is cut into pieces: callers give each piece a loop in a method of its own.
 */
final class VectorMath {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  private static final FloatVector MINUS_LN2_HIGH = all(-FloatMath.LN2_HIGH);
  private static final FloatVector MINUS_LN2_LOW = all(-FloatMath.LN2_LOW);
  private static final FloatVector E2 = all(FloatMath.E2);
  private static final FloatVector E3 = all(FloatMath.E3);
  private static final FloatVector E4 = all(FloatMath.E4);
  private static final FloatVector E5 = all(FloatMath.E5);
  private static final FloatVector E6 = all(FloatMath.E6);
  private static final FloatVector E7 = all(FloatMath.E7);
  private static final FloatVector LOG2_E = all(FloatMath.LOG2_E);
  private static final FloatVector P1 = all(FloatMath.P1);
  private static final FloatVector P2 = all(FloatMath.P2);
  private static final FloatVector P3 = all(FloatMath.P3);
  private static final FloatVector P4 = all(FloatMath.P4);
  private static final FloatVector Q1 = all(FloatMath.Q1);
  private static final FloatVector Q2 = all(FloatMath.Q2);
  private static final FloatVector Q3 = all(FloatMath.Q3);
  private static final FloatVector Q4 = all(FloatMath.Q4);
  private static final FloatVector ROUND = all(FloatMath.ROUND);
  private static final FloatVector TANH_MAX = all(FloatMath.TANH_MAX);
  private static final FloatVector MINUS_TANH_MAX = all(-FloatMath.TANH_MAX);
  private static final FloatVector EXP_MIN = all(FloatMath.EXP_MIN);
  private static final FloatVector EXP_MAX = all(FloatMath.EXP_MAX);
  private static final FloatVector BIAS = all(FloatMath.ROUND + 127);
  private static final FloatVector MINUS_ONE = all(-1f);
  private static final FloatVector ONE = all(1f);
  private static final FloatVector HALF = all(0.5f);

  private VectorMath() {}

  private static FloatVector all(float x) {
    return FloatVector.broadcast(S, x);
  }

  /** Like {@code x > high ? high : x} and then the low side: NaN passes. */
  private static FloatVector clamp(FloatVector x, FloatVector low, FloatVector high) {
    FloatVector z = x.blend(high, x.compare(VectorOperators.GT, high));
    return z.blend(low, z.compare(VectorOperators.LT, low));
  }

  /** The hyperbolic tangent but for its last piece, {@link #withinOne}. */
  static FloatVector almostTanh(FloatVector x) {
    FloatVector z = clamp(x, MINUS_TANH_MAX, TANH_MAX);
    FloatVector u = z.mul(z);
    FloatVector p = u.fma(P4, P3);
    FloatVector q = u.fma(Q4, Q3);
    p = p.fma(u, P2);
    q = q.fma(u, Q2);
    p = p.fma(u, P1);
    q = q.fma(u, Q1);
    p = p.fma(u, ONE);
    q = q.fma(u, ONE);
    return z.mul(p).div(q);
  }

  /** Cuts what rounding leaves beyond 1. */
  static FloatVector withinOne(FloatVector y) {
    return clamp(y, MINUS_ONE, ONE);
  }

  /** Cuts what {@link #exp} takes: beyond, it is 0 or infinite. */
  static FloatVector withinExp(FloatVector x) {
    return clamp(x, EXP_MIN, EXP_MAX);
  }

  /** 1 / (1 + e). */
  static FloatVector logistic(FloatVector e) {
    return ONE.div(ONE.add(e));
  }

  static FloatVector sigmoid(FloatVector x) {
    return logistic(exp(withinExp(x.neg())));
  }

  /** The exponential of what {@link #withinExp} has cut. */
  static FloatVector exp(FloatVector z) {
    FloatVector t = z.fma(LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector r = n.fma(MINUS_LN2_HIGH, z);
    r = n.fma(MINUS_LN2_LOW, r);
    FloatVector p = r.fma(E7, E6);
    p = p.fma(r, E5);
    p = p.fma(r, E4);
    p = p.fma(r, E3);
    p = p.fma(r, E2);
    p = p.mul(r).fma(r, r).add(ONE);
    FloatVector half = n.fma(HALF, ROUND).sub(ROUND);
    FloatVector rest = n.sub(half);
    // 2^n of a whole number: with n + 127, the exponent with its bias, in the last bits of a sum.
    // Twice in one place, as C2 has no room left for calls at the end of a method as long as this
    // one, and vectors that are passed to a call are objects.
    return p.mul(
            half.add(BIAS)
                .reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .reinterpretAsFloats())
        .mul(
            rest.add(BIAS)
                .reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .reinterpretAsFloats());
  }
}
