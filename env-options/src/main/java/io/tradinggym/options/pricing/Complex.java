package io.tradinggym.options.pricing;

/**
 * A complex number, for characteristic functions.
 *
 * @param re real part
 * @param im imaginary part
 */
public record Complex(double re, double im) {
  /** One. */
  public static final Complex ONE = new Complex(1, 0);

  /**
   * {@return a real number}
   *
   * @param re any real number
   */
  public static Complex of(double re) {
    return new Complex(re, 0);
  }

  /**
   * {@return this + other}
   *
   * @param other the one that is added
   */
  public Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  /**
   * {@return this - other}
   *
   * @param other the one that is taken off
   */
  public Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  /**
   * {@return this times other}
   *
   * @param other the one that is multiplied with
   */
  public Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  /**
   * {@return this times a real factor}
   *
   * @param factor any real number
   */
  public Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  /** {@return i times this} */
  public Complex timesI() {
    return new Complex(-im, re);
  }

  /**
   * {@return this / other}
   *
   * @param other the divisor, not 0
   */
  public Complex over(Complex other) {
    double norm = other.re * other.re + other.im * other.im;
    return new Complex(
        (re * other.re + im * other.im) / norm, (im * other.re - re * other.im) / norm);
  }

  /** {@return e to the power of this} */
  public Complex exp() {
    double size = StrictMath.exp(re);
    return new Complex(size * StrictMath.cos(im), size * StrictMath.sin(im));
  }

  /** {@return ln(1 + this), principal value, accurate for small values} */
  public Complex log1p() {
    double square = Math.fma(re, re, Math.fma(im, im, 2 * re));
    return new Complex(0.5 * StrictMath.log1p(square), StrictMath.atan2(im, 1 + re));
  }

  /** {@return the square root with a real part that is not negative} */
  public Complex sqrt() {
    // Without hypot's care for overflow, which costs more than all the rest: arguments here stay
    // far from 1e150.
    double size = Math.sqrt(re * re + im * im);
    if (size == 0) {
      return this;
    }
    double larger = Math.sqrt(0.5 * (size + Math.abs(re)));
    double smaller = 0.5 * Math.abs(im) / larger;
    double root = re >= 0 ? larger : smaller;
    return new Complex(root, Math.copySign(re >= 0 ? smaller : larger, im));
  }
}
