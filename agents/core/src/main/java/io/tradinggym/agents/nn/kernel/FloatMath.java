package io.tradinggym.agents.nn.kernel;

/**
 * exp, log, tanh and sigmoid in float with the same bits on every machine and in every kernel: fixed polynomials,
 * evaluated with fused multiply-add, no library call and no intrinsic whose last bit may vary.
 *
 * <p>Accuracy, tested against {@link StrictMath} in double: exp and log within 2 ulp, sigmoid within 3 ulp, tanh within
 * 6 ulp (an absolute error below 4e-7). NaN gives NaN; the limits at the infinities are exact.
 */
public final class FloatMath {
  static final float LOG2_E = 1.44269504f;

  /** ln 2 in two floats, so that x - n ln 2 keeps its last bits. */
  static final float LN2_HIGH = 0.693147182464599609375f;

  static final float LN2_LOW = -1.90465429995776804525e-9f;

  /** 1.5 x 2^23: adding it rounds a small float to the nearest integer, which then stands in the low bits. */
  static final float ROUND = 12582912f;

  static final int ROUND_BITS = 0x4B400000;

  /** Beyond these, exp is 0 or infinite in float. */
  static final float EXP_MIN = -104f;

  static final float EXP_MAX = 89f;

  /** Taylor coefficients 1/k!; on |r| &lt;= ln(2)/2 the first term left out is below 6e-9. */
  static final float E2 = 1f / 2;

  static final float E3 = 1f / 6;
  static final float E4 = 1f / 24;
  static final float E5 = 1f / 120;
  static final float E6 = 1f / 720;
  static final float E7 = 1f / 5040;

  /** From here on tanh is 1 in float. */
  static final float TANH_MAX = 9.02f;

  /**
   * tanh(x) = x P(x^2) / Q(x^2), both of degree 4 with constant term 1: our own minimax fit of the relative error on
   * [0, 9.02] (least squares reweighted until the error is level), 2.2e-8 before rounding.
   */
  static final float P1 = 0.13382644263802482f;

  static final float P2 = 0.003497406183634343f;
  static final float P3 = 2.063496884735789e-05f;
  static final float P4 = 1.3383116238438523e-08f;
  static final float Q1 = 0.4671596553978876f;
  static final float Q2 = 0.025884166005029453f;
  static final float Q3 = 0.00032884327311068397f;
  static final float Q4 = 7.789765713933723e-07f;

  private static final float SQRT_HALF = 0.70710678f;

  private FloatMath() {}

  /**
   * {@return e^x; 0 below -104, infinite above 89}
   *
   * @param x any number
   */
  public static float exp(float x) {
    float z = x > EXP_MAX ? EXP_MAX : x;
    z = z < EXP_MIN ? EXP_MIN : z;
    float t = Math.fma(z, LOG2_E, ROUND);
    float n = t - ROUND;
    float r = Math.fma(n, -LN2_HIGH, z);
    r = Math.fma(n, -LN2_LOW, r);
    float p = Math.fma(r, E7, E6);
    p = Math.fma(p, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    p = Math.fma(p, r, E2);
    p = Math.fma(p * r, r, r) + 1f;
    // 2^n in two factors: one alone would overflow before the product does.
    int k = Float.floatToRawIntBits(t) - ROUND_BITS;
    int half = k >> 1;
    return p * powerOfTwo(half) * powerOfTwo(k - half);
  }

  private static float powerOfTwo(int k) {
    return Float.intBitsToFloat((k + 127) << 23);
  }

  /**
   * {@return the natural logarithm; -infinity at 0, NaN below}
   *
   * @param x any number
   */
  public static float log(float x) {
    if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
      return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
    }
    int shift = x < Float.MIN_NORMAL ? 24 : 0;
    float normal = shift == 0 ? x : x * 16777216f;
    int exponent = Math.getExponent(normal);
    float m = normal * powerOfTwo(-exponent / 2) * powerOfTwo(-exponent + exponent / 2);
    if (m > 2 * SQRT_HALF) {
      m *= 0.5f;
      exponent++;
    }
    // log m = 2 atanh(s), s = (m - 1) / (m + 1), |s| <= 0.1716: the odd series, first term left out
    // below 2e-9.
    float f = m - 1f;
    float s = f / (m + 1f);
    float s2 = s * s;
    float p = Math.fma(s2, 2f / 9, 2f / 7);
    p = Math.fma(p, s2, 2f / 5);
    p = Math.fma(p, s2, 2f / 3);
    // 2s = f - s f, which keeps the last bits of f.
    float tail = s * Math.fma(p, s2, -f);
    float n = exponent - shift;
    return Math.fma(n, LN2_HIGH, Math.fma(n, LN2_LOW, tail) + f);
  }

  /**
   * {@return the hyperbolic tangent}
   *
   * @param x any number
   */
  public static float tanh(float x) {
    float z = x > TANH_MAX ? TANH_MAX : x;
    z = z < -TANH_MAX ? -TANH_MAX : z;
    float u = z * z;
    float p = Math.fma(u, P4, P3);
    float q = Math.fma(u, Q4, Q3);
    p = Math.fma(p, u, P2);
    q = Math.fma(q, u, Q2);
    p = Math.fma(p, u, P1);
    q = Math.fma(q, u, Q1);
    p = Math.fma(p, u, 1f);
    q = Math.fma(q, u, 1f);
    float y = z * p / q;
    y = y > 1f ? 1f : y;
    return y < -1f ? -1f : y;
  }

  /**
   * {@return 1 / (1 + e^-x)}
   *
   * @param x any number
   */
  public static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }
}
