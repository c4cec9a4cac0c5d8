package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.logReturn;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.ratio;
import static io.tradinggym.data.feature.Pointwise.times;

import java.util.List;

/** Volume, and what trading costs as far as bars tell. */
final class VolumeFeatures {
  private VolumeFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "obv",
            "",
            "volume by the sign of the close's change, from 0",
            "volume",
            "Granville 1963",
            (g, a) -> Flow.onBalance(g)),
        define(
            "obvSlope",
            "n=10 scale=20",
            "slope of OBV / mean volume",
            "a bar",
            "Granville 1963",
            (g, a) ->
                ratio(
                    g,
                    Rolling.slope(g, Flow.onBalance(g), a.bars(0, 2)),
                    Averages.simple(g, g.volume(), a.bars(1)),
                    0)),
        define(
            "adl",
            "",
            "sum of place in the range x volume",
            "volume",
            "Chaikin",
            (g, a) -> Flow.cumulative(g, Flow.accumulation(g))),
        define(
            "cmf",
            "n=20",
            "sum of place in the range x volume / sum of volume",
            "-1..1",
            "Chaikin",
            (g, a) ->
                ratio(
                    g,
                    Rolling.sum(g, Flow.accumulation(g), a.bars(0)),
                    Rolling.sum(g, g.volume(), a.bars(0)),
                    0)),
        define(
            "chaikin",
            "fast=3 slow=10",
            "EMA(fast) - EMA(slow) of adl",
            "volume",
            "Chaikin",
            VolumeFeatures::chaikin),
        define(
            "mfi",
            "n=14",
            "RSI of typical price x volume, sums",
            "0..100",
            "Quong, Soudack 1989",
            (g, a) -> moneyFlow(g, a.bars(0))),
        define(
            "forceIndex",
            "n=13",
            "EMA of change x volume",
            "price x volume",
            "Elder 1993",
            (g, a) ->
                Averages.exponential(
                    g,
                    map(
                        g,
                        "product",
                        Pointwise.change(g, g.close(), 1),
                        g.volume(),
                        (x, y) -> x * y),
                    a.bars(0))),
        define(
            "volumeRatio",
            "n=20",
            "volume / mean of n, today in",
            "ratio",
            "textbook",
            (g, a) -> ratio(g, g.volume(), Averages.simple(g, g.volume(), a.bars(0)), 1)),
        define(
            "volumeZ",
            "n=20",
            "(volume - mean) / deviation",
            "deviations",
            "textbook",
            (g, a) ->
                ratio(
                    g,
                    minus(g, g.volume(), Averages.simple(g, g.volume(), a.bars(0))),
                    Rolling.deviation(g, g.volume(), a.bars(0), 0),
                    0)),
        define(
            "vwapAnchored",
            "",
            "sum of typical price x volume / sum of volume, from the first bar",
            "price",
            "textbook",
            (g, a) -> anchored(g)),
        define(
            "vwapDistance",
            "n=20",
            "100 (close / VWAP - 1)",
            "%",
            "textbook",
            (g, a) ->
                Pointwise.percentOver(
                    g, g.close(), Averages.weightedBy(g, g.close(), g.volume(), a.bars(0)))),
        define(
            "priceVolumeCorrelation",
            "n=20",
            "of log return and volume",
            "-1..1",
            "textbook",
            (g, a) -> Rolling.correlation(g, logReturn(g, g.close(), 1), g.volume(), a.bars(0, 3))),
        define(
            "roll",
            "n=20",
            "2 sqrt(max(0, -cov of log returns and those before))",
            "fraction",
            "Roll 1984",
            (g, a) -> roll(g, a.bars(0, 2))),
        define(
            "corwinSchultz",
            "n=20",
            "spread from two days' ranges, gaps adjusted, negatives 0, mean of n",
            "fraction",
            "Corwin, Schultz 2012",
            (g, a) ->
                Averages.simple(
                    g, map(g, "floor0", CorwinSchultz.daily(g), x -> Math.max(0, x)), a.bars(0))),
        define(
            "amihud",
            "n=20",
            "1e9 mean of |log return| / (close x volume)",
            "1e-9 per money",
            "Amihud 2002",
            (g, a) -> amihud(g, a.bars(0))),
        define(
            "kyle",
            "n=20",
            "1e9 slope of log return on signed close x volume",
            "1e-9 per money",
            "Kyle 1985",
            (g, a) -> kyle(g, a.bars(0, 3))));
  }

  private static Column chaikin(Graph g, Arguments a) {
    Column adl = Flow.cumulative(g, Flow.accumulation(g));
    return minus(
        g, Averages.exponential(g, adl, a.bars(0)), Averages.exponential(g, adl, a.bars(1)));
  }

  private static Column moneyFlow(Graph g, int n) {
    Column typical = Oscillators.typical(g);
    Column change = Pointwise.change(g, typical, 1);
    Column flow = map(g, "product", typical, g.volume(), (x, y) -> x * y);
    Column in = Rolling.sum(g, map(g, "whereUp", change, flow, (c, f) -> c > 0 ? f : 0), n);
    Column out = Rolling.sum(g, map(g, "whereDown", change, flow, (c, f) -> c < 0 ? f : 0), n);
    return map(g, "share", in, out, (x, y) -> x + y == 0 ? 50 : 100 * x / (x + y));
  }

  private static Column anchored(Graph g) {
    Column typical = Oscillators.typical(g);
    Column money = Flow.cumulative(g, map(g, "product", typical, g.volume(), (x, y) -> x * y));
    return ratio(g, money, Flow.cumulative(g, g.volume()), Double.NaN);
  }

  /** Covariance of n pairs of a log return and the one before, divisor n - 1. */
  private static Column roll(Graph g, int n) {
    Column returns = logReturn(g, g.close(), 1);
    Column both = Rolling.codeviation(g, returns, ago(g, returns, 1), n);
    return map(g, "roll" + n, both, c -> 2 * Math.sqrt(Math.max(0, -c / (n - 1))));
  }

  private static Column money(Graph g) {
    return map(g, "product", g.close(), g.volume(), (x, y) -> x * y);
  }

  private static Column amihud(Graph g, int n) {
    Column share =
        map(
            g,
            "amihud",
            logReturn(g, g.close(), 1),
            money(g),
            (r, m) -> m > 0 ? Math.abs(r) / m : 0);
    return times(g, 1e9, Averages.simple(g, share, n));
  }

  private static Column kyle(Graph g, int n) {
    Column signed =
        map(
            g,
            "signed",
            Pointwise.change(g, g.close(), 1),
            money(g),
            (change, money) -> Math.signum(change) * money);
    return times(g, 1e9, Rolling.beta(g, logReturn(g, g.close(), 1), signed, n));
  }
}
