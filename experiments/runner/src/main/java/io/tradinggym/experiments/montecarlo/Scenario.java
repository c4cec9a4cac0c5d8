package io.tradinggym.experiments.montecarlo;

import java.util.Arrays;
import java.util.List;

/**
 * A crash, described by what each of its bars did: returns are those that history printed, rounded.
 *
 * @param name short
 * @param words what happened
 * @param bars in order
 */
public record Scenario(String name, String words, List<Bar> bars) {
  /** Copies the bars. */
  public Scenario {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param gap of the open from the close before, a fraction
   * @param close of the close from the close before, a fraction
   * @param low of the lowest price from the close before, a fraction; at most gap and close
   * @param halted whether nothing can be traded: the move shows at the next bar that is
   */
  public record Bar(double gap, double close, double low, boolean halted) {
    /** Checks the order of prices. */
    public Bar {
      if (!(gap > -1 && close > -1 && low > -1 && low <= Math.min(gap, close))) {
        throw new IllegalArgumentException(
            "a bar needs -1 < low <= gap, close, was " + gap + ", " + close + ", " + low);
      }
    }

    /** A day whose open took this share of its return. */
    static Bar day(double percent, double openShare) {
      double close = percent / 100;
      double gap = close * openShare;
      return new Bar(gap, close, Math.min(gap, close), false);
    }

    /** A day on which nothing traded. */
    static Bar halt() {
      return new Bar(0, 0, 0, true);
    }
  }

  /** Crashes of shares and coins, a halt over bad news, and days without data. */
  public static final List<Scenario> ALL =
      List.of(
          days(
              "1987-10",
              "Black Monday: S&P 500, 14 to 21 October 1987",
              0.3,
              -2.95,
              -2.34,
              -5.16,
              -20.47,
              5.33,
              9.10),
          days(
              "2008-10",
              "After Lehman: S&P 500, 6 to 15 October 2008",
              0.4,
              -3.85,
              -5.74,
              -1.13,
              -7.62,
              -1.18,
              11.58,
              -0.53,
              -9.03),
          new Scenario(
              "2010-05-06",
              "Flash crash: 8.6 % below the close before, most of it back by the end of the day",
              List.of(
                  new Bar(-0.001, -0.0324, -0.086, false), Bar.day(-1.53, 0.3), Bar.day(4.4, 0.9))),
          days(
              "2020-03",
              "Pandemic: S&P 500, 9 to 20 March 2020, halts at the open on four days",
              0.8,
              -7.60,
              4.94,
              -4.89,
              -9.51,
              9.29,
              -11.98,
              6.00,
              -5.18,
              0.47,
              -4.34),
          new Scenario(
              "coins 2020-03-12",
              "Bitcoin lost 37 % in a day and a fifth more in the night, then a third of it came"
                  + " back",
              List.of(
                  new Bar(-0.01, -0.37, -0.39, false),
                  new Bar(0, 0.12, -0.22, false),
                  Bar.day(-7, 0.1))),
          new Scenario(
              "coins 2021-05-19",
              "Bitcoin 30 % down within the day, half of it back by its end",
              List.of(Bar.day(-8, 0.1), new Bar(0, -0.14, -0.30, false), Bar.day(10, 0.1))),
          new Scenario(
              "halt and gap",
              "Trading stops for three bars and opens 30 % lower",
              List.of(Bar.halt(), Bar.halt(), Bar.halt(), new Bar(-0.30, -0.28, -0.33, false))),
          new Scenario(
              "missing data",
              "Five bars are missing, prices go on where they were",
              List.of(Bar.halt(), Bar.halt(), Bar.halt(), Bar.halt(), Bar.halt())));

  private static Scenario days(String name, String words, double openShare, double... percents) {
    return new Scenario(
        name,
        words,
        Arrays.stream(percents).mapToObj(percent -> Bar.day(percent, openShare)).toList());
  }

  /** What the last close is of the close before the first bar. */
  public double factor() {
    double factor = 1;
    for (Bar bar : bars) {
      factor *= bar.halted() ? 1 : 1 + bar.close();
    }
    return factor;
  }
}
