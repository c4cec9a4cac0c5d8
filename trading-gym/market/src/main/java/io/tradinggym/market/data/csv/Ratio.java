package io.tradinggym.market.data.csv;

import java.util.Optional;

/**
 * How many new shares a split makes of how many old ones.
 *
 * @param shares new, &gt; 0
 * @param of old, &gt; 0
 */
record Ratio(int shares, int of) {
  /** No split. */
  static final Ratio NONE = new Ratio(1, 1);

  /** A night's move beside a split that the file names. */
  private static final double NAMED_NEAR = 0.12;

  /** Companies split into whole shares, into halves, thirds and quarters of one, or hand out one share for several. */
  private static final int MOST = 200;

  private static final int MOST_BESIDE_HALVES = 15;
  private static final int MOST_FOR_ONE_MORE = 12;

  /** Of two ratios that explain a jump nearly as well the one of smaller numbers is meant. */
  private static final double SIMPLER = 0.002;

  /**
   * The split that explains a jump of the price; nothing if none does.
   *
   * @param log of the price after over the price before
   * @param tolerance of the logarithm
   */
  static Optional<Ratio> of(double log, double tolerance) {
    double size = Math.abs(log);
    Ratio best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int q = 1; q <= MOST_FOR_ONE_MORE; q++) {
      int most = q == 1 ? MOST : q <= 4 ? MOST_BESIDE_HALVES : q + 1;
      for (int p = q + 1; p <= most; p++) {
        double miss = Math.abs(size - StrictMath.log((double) p / q));
        double cost = miss + SIMPLER * (weight(p) + q);
        if (miss <= tolerance && cost < least && isLowest(p, q)) {
          least = cost;
          best = log < 0 ? new Ratio(p, q) : new Ratio(q, p);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Round numbers are as simple as small ones. */
  private static double weight(int p) {
    boolean round = p >= 10 && p % 5 == 0;
    return round ? (p % 10 == 0 ? 4 : 6) + p / 50.0 : p;
  }

  private static boolean isLowest(int p, int q) {
    for (int d = 2; d <= q; d++) {
      if (p % d == 0 && q % d == 0) {
        return false;
      }
    }
    return true;
  }

  /** The split that a file names on a bar and that its printed price moves by. */
  static Ratio named(Row row, Row before) {
    boolean moves =
        row.split() > 0
            && row.split() != 1
            && Math.abs(StrictMath.log(row.open() / before.close() * row.split())) < NAMED_NEAR;
    return moves ? of(-StrictMath.log(row.split()), 1e-4).orElse(NONE) : NONE;
  }

  /** What earlier prices are multiplied by. */
  double factor() {
    return (double) of / shares;
  }

  /** The split that a power of ten is. */
  static Ratio ofScale(double scale) {
    return scale < 1
        ? new Ratio((int) Math.min(Integer.MAX_VALUE, Math.round(1 / scale)), 1)
        : new Ratio(1, (int) Math.min(Integer.MAX_VALUE, Math.round(scale)));
  }

  /** The power of ten that a jump is, such as 100 or 0.001; 1 if it is none. */
  static double scale(double log, double tolerance) {
    double tens = log / StrictMath.log(10);
    long power = Math.round(tens);
    boolean near = Math.abs(log - (double) power * StrictMath.log(10)) <= tolerance;
    return near && power != 0 && Math.abs(power) <= 12 ? StrictMath.pow(10, (double) power) : 1;
  }

  /** Such as {@code 3:2} or {@code 1:20}. */
  @Override
  public String toString() {
    return shares + ":" + of;
  }
}
