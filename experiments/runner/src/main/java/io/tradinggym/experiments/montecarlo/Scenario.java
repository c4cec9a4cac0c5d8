package io.tradinggym.experiments.montecarlo;

import static java.util.Collections.nCopies;

import java.util.Arrays;
import java.util.List;

/**
 * A crash, described by what each of its bars did: returns are those that history printed, rounded. Or a time of
 * extreme funding, of a size that is made up.
 *
 * @param name short
 * @param words what happened
 * @param funding rate that longs pay to shorts at every stamp in its bars, a fraction; 0 leaves the history's own
 * @param bars in order
 */
public record Scenario(String name, String words, double funding, List<Bar> bars) {
  /** A scenario that leaves funding as it was. */
  public Scenario(String name, String words, List<Bar> bars) {
    this(name, words, 0, bars);
  }

  /** Copies the bars. */
  public Scenario {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param gap return of the open from the close before, a fraction
   * @param close return of the close from the close before, a fraction
   * @param low return of the lowest price from the close before, a fraction; at most gap and close
   * @param trading what becomes of the history's own bar
   */
  public record Bar(double gap, double close, double low, Trading trading) {
    /** What becomes of the history's own bar. */
    public enum Trading {
      /** It moves as the scenario says. */
      MOVED,
      /** Nothing can be traded: the move shows at the next bar that is. */
      HALTED,
      /** It stays as it was. */
      OWN
    }

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
      return moved(gap, close, Math.min(gap, close));
    }

    /** A bar that moves. */
    static Bar moved(double gap, double close, double low) {
      return new Bar(gap, close, low, Trading.MOVED);
    }

    /** A day on which nothing traded. */
    static Bar halt() {
      return new Bar(0, 0, 0, Trading.HALTED);
    }
  }

  /** Crashes of shares and coins, a halt over bad news, days without data, and extreme funding. */
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
              List.of(Bar.moved(-0.001, -0.0324, -0.086), Bar.day(-1.53, 0.3), Bar.day(4.4, 0.9))),
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
              List.of(Bar.moved(-0.01, -0.37, -0.39), Bar.moved(0, 0.12, -0.22), Bar.day(-7, 0.1))),
          new Scenario(
              "coins 2021-05-19",
              "Bitcoin 30 % down within the day, half of it back by its end",
              List.of(Bar.day(-8, 0.1), Bar.moved(0, -0.14, -0.30), Bar.day(10, 0.1))),
          new Scenario(
              "halt and gap",
              "Trading stops for three bars and opens 30 % lower",
              List.of(Bar.halt(), Bar.halt(), Bar.halt(), Bar.moved(-0.30, -0.28, -0.33))),
          new Scenario(
              "missing data",
              "Five bars are missing, prices go on where they were",
              List.of(Bar.halt(), Bar.halt(), Bar.halt(), Bar.halt(), Bar.halt())),
          funding("longs pay", "Longs pay 0.75 % at every funding stamp of nine bars", 0.0075),
          funding("shorts pay", "Shorts pay 2 % at every funding stamp of nine bars", -0.02));

  private static Scenario funding(String name, String words, double rate) {
    Bar own = new Bar(0, 0, 0, Bar.Trading.OWN);
    return new Scenario(name, words + ", prices go on as they were", rate, nCopies(9, own));
  }

  /** Whether there is nothing in it but for who pays funding. */
  boolean isFunding() {
    return funding != 0;
  }

  private static Scenario days(String name, String words, double openShare, double... percents) {
    return new Scenario(
        name,
        words,
        Arrays.stream(percents).mapToObj(percent -> Bar.day(percent, openShare)).toList());
  }

  /** What the last close is of the close before the first bar, but for bars that stay as they were. */
  public double factor() {
    double factor = 1;
    for (Bar bar : bars) {
      factor *= bar.trading() == Bar.Trading.MOVED ? 1 + bar.close() : 1;
    }
    return factor;
  }
}
