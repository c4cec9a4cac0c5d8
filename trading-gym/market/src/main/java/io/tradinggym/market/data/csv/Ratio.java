package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many new shares a split makes of how many old ones.
 *
 * @param shares new, &gt; 0
 * @param of old, &gt; 0
 */
record Ratio(int shares, int of) {
  /** No split. */
  static final Ratio NONE = new Ratio(1, 1);

  /** How well a ratio explains a jump: how far it misses it, and how odd it is. */
  private record Fit(Ratio ratio, double cost) {}

  /** A night's move beside a split that the file names. */
  private static final double NAMED_NEAR = 0.12;

  /** Companies split into whole shares, into halves, thirds and quarters of one, or hand out one share for several. */
  private static final int MOST = 200;

  private static final int MOST_BESIDE_HALVES = 15;
  private static final int MOST_FOR_ONE_MORE = 12;

  /** Of two ratios that explain a jump nearly as well the one of smaller numbers is meant. */
  private static final double SIMPLER = 0.002;

  /** By so much more of miss and size a ratio still explains a jump as well as the best. */
  private static final double AS_WELL = 0.02;

  private static final int SHOWN = 3;

  /** Large ratios have round numbers: 3:20, 7:100. */
  private static final Set<Integer> ROUND = Set.of(20, 25, 30, 40, 50, 100);

  private static final int LARGE = 4;
  private static final int LARGEST_BESIDE_ROUND = 9;

  /** So much rarer are they beyond quarters. */
  private static final int ODD = 8;

  /**
   * The split that explains a jump of the price; nothing if none does.
   *
   * @param log of the price after over the price before
   * @param tolerance of the logarithm
   */
  static Optional<Ratio> of(double log, double tolerance) {
    return fitting(log, tolerance).stream().findFirst();
  }

  /** The splits that explain a jump of the price about equally well, the likeliest first. */
  static List<Ratio> fitting(double log, double tolerance) {
    double size = Math.abs(log);
    List<Fit> fits = new ArrayList<>();
    for (int q = 1; q <= MOST_FOR_ONE_MORE; q++) {
      for (int p = q + 1; p <= MOST; p++) {
        double miss = Math.abs(size - StrictMath.log((double) p / q));
        if (miss <= tolerance && isUsual(p, q) && isLowest(p, q)) {
          double rarity = weight(p) + q + (q > 4 && p > q + 1 ? ODD : 0);
          fits.add(new Fit(log < 0 ? new Ratio(p, q) : new Ratio(q, p), miss + SIMPLER * rarity));
        }
      }
    }
    fits.sort(Comparator.comparingDouble(Fit::cost));
    return fits.stream()
        .filter(fit -> fit.cost() <= fits.getFirst().cost() + AS_WELL)
        .limit(SHOWN)
        .map(Fit::ratio)
        .toList();
  }

  private static boolean isUsual(int p, int q) {
    int most = q == 1 ? MOST : q <= 4 ? MOST_BESIDE_HALVES : q + 1;
    boolean round = ROUND.contains(p) && q <= LARGEST_BESIDE_ROUND && p > LARGE * q;
    return p <= most || round;
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
