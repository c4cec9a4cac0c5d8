package io.tradinggym.agents.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatMath} in whole vectors, operation for operation, so that every value has the scalar's bits.
 *
 * <p>C2 makes an object of a vector that is passed to a method or returned by one, unless it inlines that method, and
 * whether it does hangs on what has been compiled before: a start in twenty was several times slower. So nothing here
 * takes or returns a vector. A function is cut into loops over arrays, each in a method of its own, as C2 also stops
 * inlining the Vector API in long ones; and constants are vectors made once.
 */
final class VectorMath {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private static final FloatVector MINUS_LN2_HIGH = FloatVector.broadcast(S, -FloatMath.LN2_HIGH);
  private static final FloatVector MINUS_LN2_LOW = FloatVector.broadcast(S, -FloatMath.LN2_LOW);
  private static final FloatVector E2 = FloatVector.broadcast(S, FloatMath.E2);
  private static final FloatVector E3 = FloatVector.broadcast(S, FloatMath.E3);
  private static final FloatVector E4 = FloatVector.broadcast(S, FloatMath.E4);
  private static final FloatVector E5 = FloatVector.broadcast(S, FloatMath.E5);
  private static final FloatVector E6 = FloatVector.broadcast(S, FloatMath.E6);
  private static final FloatVector E7 = FloatVector.broadcast(S, FloatMath.E7);
  private static final FloatVector LOG2_E = FloatVector.broadcast(S, FloatMath.LOG2_E);
  private static final FloatVector P1 = FloatVector.broadcast(S, FloatMath.P1);
  private static final FloatVector P2 = FloatVector.broadcast(S, FloatMath.P2);
  private static final FloatVector P3 = FloatVector.broadcast(S, FloatMath.P3);
  private static final FloatVector P4 = FloatVector.broadcast(S, FloatMath.P4);
  private static final FloatVector Q1 = FloatVector.broadcast(S, FloatMath.Q1);
  private static final FloatVector Q2 = FloatVector.broadcast(S, FloatMath.Q2);
  private static final FloatVector Q3 = FloatVector.broadcast(S, FloatMath.Q3);
  private static final FloatVector Q4 = FloatVector.broadcast(S, FloatMath.Q4);
  private static final FloatVector ROUND = FloatVector.broadcast(S, FloatMath.ROUND);
  private static final FloatVector TANH_MAX = FloatVector.broadcast(S, FloatMath.TANH_MAX);
  private static final FloatVector MINUS_TANH_MAX = FloatVector.broadcast(S, -FloatMath.TANH_MAX);
  private static final FloatVector EXP_MIN = FloatVector.broadcast(S, FloatMath.EXP_MIN);
  private static final FloatVector EXP_MAX = FloatVector.broadcast(S, FloatMath.EXP_MAX);
  private static final FloatVector BIAS = FloatVector.broadcast(S, FloatMath.ROUND + 127);
  private static final FloatVector MINUS_ONE = FloatVector.broadcast(S, -1f);
  private static final FloatVector ONE = FloatVector.broadcast(S, 1f);
  private static final FloatVector HALF = FloatVector.broadcast(S, 0.5f);

  private VectorMath() {}

  /** {@code y = tanh(x)}; here as below y may be x, and {@code whole} is a multiple of the lanes. */
  static void tanh(int whole, float[] x, int xAt, float[] y, int yAt) {
    almostTanh(whole, x, xAt, y, yAt);
    withinOne(whole, y, yAt);
  }

  private static void almostTanh(int whole, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < whole; i += LANES) {
      // Like x > high ? high : x and then the low side: NaN passes.
      FloatVector z = FloatVector.fromArray(S, x, xAt + i);
      z = z.blend(TANH_MAX, z.compare(VectorOperators.GT, TANH_MAX));
      z = z.blend(MINUS_TANH_MAX, z.compare(VectorOperators.LT, MINUS_TANH_MAX));
      FloatVector u = z.mul(z);
      FloatVector p = u.fma(P4, P3);
      FloatVector q = u.fma(Q4, Q3);
      p = p.fma(u, P2);
      q = q.fma(u, Q2);
      p = p.fma(u, P1);
      q = q.fma(u, Q1);
      p = p.fma(u, ONE);
      q = q.fma(u, ONE);
      z.mul(p).div(q).intoArray(y, yAt + i);
    }
  }

  /** Cuts what rounding leaves beyond 1. */
  private static void withinOne(int whole, float[] y, int at) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, y, at + i);
      v = v.blend(ONE, v.compare(VectorOperators.GT, ONE));
      v.blend(MINUS_ONE, v.compare(VectorOperators.LT, MINUS_ONE)).intoArray(y, at + i);
    }
  }

  /** {@code y = exp(x)}. */
  static void exp(int whole, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, x, xAt + i);
      v = v.blend(EXP_MAX, v.compare(VectorOperators.GT, EXP_MAX));
      v.blend(EXP_MIN, v.compare(VectorOperators.LT, EXP_MIN)).intoArray(y, yAt + i);
    }
    expWithin(whole, y, yAt);
  }

  /** {@code y = 1 / (1 + exp(-x))}. */
  static void sigmoid(int whole, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(S, x, xAt + i).neg();
      v = v.blend(EXP_MAX, v.compare(VectorOperators.GT, EXP_MAX));
      v.blend(EXP_MIN, v.compare(VectorOperators.LT, EXP_MIN)).intoArray(y, yAt + i);
    }
    expWithin(whole, y, yAt);
    logistic(whole, y, yAt);
  }

  /** In place, of what lies within the limits beyond which it is 0 or infinite. */
  private static void expWithin(int whole, float[] x, int at) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector z = FloatVector.fromArray(S, x, at + i);
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
      // 2^n of a whole number: with n + 127, the exponent with its bias, in the last bits of a sum.
      IntVector first = half.add(BIAS).reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
      IntVector rest = n.sub(half).add(BIAS).reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
      p.mul(first.reinterpretAsFloats()).mul(rest.reinterpretAsFloats()).intoArray(x, at + i);
    }
  }

  /** In place, {@code 1 / (1 + e)}. */
  private static void logistic(int whole, float[] e, int at) {
    for (int i = 0; i < whole; i += LANES) {
      ONE.div(ONE.add(FloatVector.fromArray(S, e, at + i))).intoArray(e, at + i);
    }
  }
}
