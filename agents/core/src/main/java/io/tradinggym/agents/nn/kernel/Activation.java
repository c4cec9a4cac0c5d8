package io.tradinggym.agents.nn.kernel;

/**
 * Element-wise functions between layers; each exists once in {@link FloatMath} arithmetic and is the same everywhere.
 */
public enum Activation {
  /** x */
  IDENTITY,
  /** max(x, 0); its derivative at 0 is taken as 0. */
  RELU,
  /** tanh x */
  TANH,
  /** 1 / (1 + exp(-x)) */
  SIGMOID,
  /** x sigmoid(x), also called swish. */
  SILU;

  /**
   * {@return the function at one point}
   *
   * @param x any number
   */
  public float value(float x) {
    return switch (this) {
      case IDENTITY -> x;
      case RELU -> x <= 0 ? 0 : x; // so that NaN stays NaN
      case TANH -> FloatMath.tanh(x);
      case SIGMOID -> FloatMath.sigmoid(x);
      case SILU -> x * FloatMath.sigmoid(x);
    };
  }

  /** {@return whether the derivative depends on the output alone, so that the input may be forgotten} */
  public boolean knownByOutput() {
    return this != SILU;
  }

  /**
   * {@return the derivative at x, where y = value(x)}
   *
   * @param x any number
   * @param y the function at x; what cannot be told from it is taken from x
   */
  public float derivative(float x, float y) {
    return switch (this) {
      case IDENTITY -> 1;
      case RELU -> y > 0 ? 1 : 0;
      case TANH -> Math.fma(-y, y, 1f);
      case SIGMOID -> y * (1f - y);
      case SILU -> {
        float s = FloatMath.sigmoid(x);
        yield Math.fma(y, 1f - s, s);
      }
    };
  }
}
