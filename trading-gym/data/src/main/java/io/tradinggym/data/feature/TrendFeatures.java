package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.plus;
import static io.tradinggym.data.feature.Pointwise.ratio;
import static io.tradinggym.data.feature.Pointwise.times;

import java.util.List;

/** Averages, lines and direction. */
final class TrendFeatures {
  private TrendFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "sma",
            "n=20",
            "mean of n closes",
            "price",
            "textbook",
            (g, a) -> Averages.simple(g, g.close(), a.bars(0))),
        define(
            "ema",
            "n=20 seed=simple",
            "e += 2/(n+1) (close - e), from the mean of n (simple) or the first close (first)",
            "price",
            "textbook",
            (g, a) ->
                Averages.recursive(
                    g,
                    g.close(),
                    a.bars(0),
                    2.0 / (a.bars(0) + 1),
                    a.choice(1, Averages.Seed.class))),
        define(
            "rma",
            "n=14",
            "e += 1/n (close - e), from the mean of n",
            "price",
            "Wilder 1978",
            (g, a) -> Averages.wilder(g, g.close(), a.bars(0))),
        define(
            "wma",
            "n=14",
            "weights n, n-1 .. 1",
            "price",
            "textbook",
            (g, a) -> Averages.weighted(g, g.close(), a.bars(0))),
        define(
            "hma",
            "n=14",
            "WMA of 2 WMA(n/2) - WMA(n) over sqrt(n)",
            "price",
            "Hull 2005",
            (g, a) -> Averages.hull(g, g.close(), a.bars(0, 2))),
        define(
            "dema",
            "n=20",
            "2 EMA - EMA(EMA)",
            "price",
            "Mulloy 1994",
            (g, a) -> Averages.doubleExponential(g, g.close(), a.bars(0))),
        define(
            "tema",
            "n=20",
            "3 EMA - 3 EMA(EMA) + EMA(EMA(EMA))",
            "price",
            "Mulloy 1994",
            (g, a) -> Averages.tripleExponential(g, g.close(), a.bars(0))),
        define(
            "trima",
            "n=20",
            "mean of means over half the bars",
            "price",
            "textbook",
            (g, a) -> Averages.triangular(g, g.close(), a.bars(0))),
        define(
            "zlema",
            "n=20",
            "EMA of 2 close - close of (n-1)/2 ago",
            "price",
            "Ehlers, Way 2010",
            (g, a) -> Averages.zeroLag(g, g.close(), a.bars(0))),
        define(
            "kama",
            "n=10 fast=2 slow=30",
            "weight by the efficiency ratio",
            "price",
            "Kaufman 1995",
            (g, a) -> Averages.adaptive(g, g.close(), a.bars(0), a.bars(1), a.bars(2))),
        define(
            "vwma",
            "n=20",
            "sum of close x volume / sum of volume",
            "price",
            "textbook",
            (g, a) -> Averages.weightedBy(g, g.close(), g.volume(), a.bars(0))),
        define(
            "smaDistance",
            "n=50",
            "100 (close / SMA - 1)",
            "%",
            "textbook",
            (g, a) ->
                Pointwise.percentOver(g, g.close(), Averages.simple(g, g.close(), a.bars(0)))),
        define(
            "emaDistance",
            "n=50",
            "100 (close / EMA - 1)",
            "%",
            "textbook",
            (g, a) ->
                Pointwise.percentOver(g, g.close(), Averages.exponential(g, g.close(), a.bars(0)))),
        define(
            "slope",
            "n=20",
            "least-squares slope of n closes over the close",
            "a bar",
            "textbook",
            (g, a) -> ratio(g, Rolling.slope(g, g.close(), a.bars(0, 2)), g.close(), 0)),
        define(
            "efficiency",
            "n=10",
            "|close - close of n ago| / sum of |changes|",
            "0..1",
            "Kaufman 1995",
            (g, a) -> Rolling.efficiency(g, g.close(), a.bars(0))),
        define(
            "aroonUp",
            "n=25",
            "100 (n - bars since the highest of n + 1) / n",
            "0..100",
            "Chande 1995",
            (g, a) -> aroon(g, g.high(), a.bars(0))),
        define(
            "aroonDown",
            "n=25",
            "100 (n - bars since the lowest of n + 1) / n",
            "0..100",
            "Chande 1995",
            (g, a) -> aroon(g, times(g, -1, g.low()), a.bars(0))),
        define(
            "aroon",
            "n=25",
            "aroonUp - aroonDown",
            "-100..100",
            "Chande 1995",
            (g, a) ->
                minus(
                    g, aroon(g, g.high(), a.bars(0)), aroon(g, times(g, -1, g.low()), a.bars(0)))),
        define(
            "plusDi",
            "n=14",
            "100 +DM / TR, Wilder's averages",
            "0..100",
            "Wilder 1978",
            (g, a) -> Directional.index(g, a.bars(0), true)),
        define(
            "minusDi",
            "n=14",
            "100 -DM / TR, Wilder's averages",
            "0..100",
            "Wilder 1978",
            (g, a) -> Directional.index(g, a.bars(0), false)),
        define(
            "dx",
            "n=14",
            "100 |+DI - -DI| / (+DI + -DI)",
            "0..100",
            "Wilder 1978",
            (g, a) -> Directional.dx(g, a.bars(0))),
        define(
            "adx",
            "n=14",
            "Wilder's average of DX",
            "0..100",
            "Wilder 1978",
            (g, a) -> Averages.wilder(g, Directional.dx(g, a.bars(0)), a.bars(0))),
        define(
            "adxr",
            "n=14 lag=14",
            "(ADX + ADX of lag bars ago) / 2",
            "0..100",
            "Wilder 1978",
            TrendFeatures::adxr),
        define(
            "vortexPlus",
            "n=14",
            "sum of |high - low before| / sum of TR",
            "ratio",
            "Botes, Siepman 2010",
            (g, a) -> vortex(g, g.high(), ago(g, g.low(), 1), a.bars(0))),
        define(
            "vortexMinus",
            "n=14",
            "sum of |low - high before| / sum of TR",
            "ratio",
            "Botes, Siepman 2010",
            (g, a) -> vortex(g, g.low(), ago(g, g.high(), 1), a.bars(0))),
        define(
            "ichimokuConversion",
            "n=9",
            "middle of n bars' range",
            "price",
            "Hosoda 1969",
            (g, a) -> middle(g, a.bars(0))),
        define(
            "ichimokuBase",
            "n=26",
            "middle of n bars' range",
            "price",
            "Hosoda 1969",
            (g, a) -> middle(g, a.bars(0))));
  }

  private static Column adxr(Graph g, Arguments a) {
    Column adx = Averages.wilder(g, Directional.dx(g, a.bars(0)), a.bars(0));
    return times(g, 0.5, plus(g, adx, 1, ago(g, adx, a.bars(1))));
  }

  private static Column aroon(Graph g, Column x, int n) {
    return map(g, "aroon" + n, Rolling.sinceMax(g, x, n + 1), bars -> 100.0 * (n - bars) / n);
  }

  private static Column vortex(Graph g, Column x, Column before, int n) {
    Column way = map(g, "abs", minus(g, x, before), Math::abs);
    return ratio(g, Rolling.sum(g, way, n), Rolling.sum(g, Ranges.trueRange(g), n), 1);
  }

  private static Column middle(Graph g, int n) {
    return times(g, 0.5, plus(g, Rolling.max(g, g.high(), n), 1, Rolling.min(g, g.low(), n)));
  }
}
