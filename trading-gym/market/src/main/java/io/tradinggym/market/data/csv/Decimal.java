package io.tradinggym.market.data.csv;

/**
 * Numbers as files of data write them: digits with an optional sign, point and exponent, such as {@code -1234.5} or
 * {@code 2e-05}. What only a programming language calls a number ({@code 103.0d}, {@code 0x1p6}, {@code Infinity}) is
 * none.
 */
public final class Decimal {
  private Decimal() {}

  /**
   * {@return the number that a text is; NaN if it is none, or too large for a double}
   *
   * @param text without blanks around it
   */
  public static double parse(String text) {
    if (!isNumber(text)) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text);
    return Math.abs(value) < Double.POSITIVE_INFINITY ? value : Double.NaN;
  }

  private static boolean isNumber(String text) {
    int n = text.length();
    int at = sign(text, 0);
    int whole = digits(text, at);
    int end = whole;
    int count = whole - at;
    if (end < n && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      count += fraction - end - 1;
      end = fraction;
    }
    if (count == 0) {
      return false;
    }
    if (end < n && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = sign(text, end + 1);
      end = digits(text, exponent);
      return end == n && end > exponent;
    }
    return end == n;
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  /** Where the digits end that begin here. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
