package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.plus;
import static io.tradinggym.data.feature.Pointwise.ratio;
import static io.tradinggym.data.feature.Pointwise.times;

import java.util.List;

/** Ranges, bands and estimators of volatility. Yearly figures are fractions, for a year of so many bars. */
final class VolatilityFeatures {
  private VolatilityFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "trueRange",
            "",
            "max(high, close before) - min(low, close before)",
            "price",
            "Wilder 1978",
            (g, a) -> Ranges.trueRange(g)),
        define(
            "atr",
            "n=14",
            "Wilder's average of the true range",
            "price",
            "Wilder 1978",
            (g, a) -> Ranges.atr(g, a.bars(0))),
        define(
            "atrFirst",
            "n=14 seed=simple",
            "the same, its first bar's range in; seed is simple (LEAN) or first (ta4j)",
            "price",
            "LEAN, ta4j",
            (g, a) ->
                Averages.recursive(
                    g,
                    Ranges.trueRangeFromFirst(g),
                    a.bars(0),
                    1.0 / a.bars(0),
                    a.choice(1, Averages.Seed.class))),
        define(
            "atrp",
            "n=14",
            "100 ATR / close",
            "%",
            "textbook",
            (g, a) -> times(g, 100, ratio(g, Ranges.atr(g, a.bars(0)), g.close(), 0))),
        define(
            "sd",
            "n=20",
            "deviation of n closes (population)",
            "price",
            "textbook",
            (g, a) -> Rolling.deviation(g, g.close(), a.bars(0), 0)),
        define(
            "zScore",
            "n=20",
            "(close - SMA) / sd",
            "deviations",
            "textbook",
            (g, a) ->
                ratio(
                    g,
                    minus(g, g.close(), Averages.simple(g, g.close(), a.bars(0))),
                    Rolling.deviation(g, g.close(), a.bars(0), 0),
                    0)),
        define(
            "bbUpper",
            "n=20 k=2",
            "SMA + k sd",
            "price",
            "Bollinger 2001",
            (g, a) -> Ranges.band(g, a.bars(0), a.number(1))),
        define(
            "bbLower",
            "n=20 k=2",
            "SMA - k sd",
            "price",
            "Bollinger 2001",
            (g, a) -> Ranges.band(g, a.bars(0), -a.number(1))),
        define(
            "bbWidth",
            "n=20 k=2",
            "(upper - lower) / SMA",
            "fraction",
            "Bollinger 2001",
            (g, a) -> Ranges.bandWidth(g, a.bars(0), a.number(1))),
        define(
            "bbPercent",
            "n=20 k=2",
            "(close - lower) / (upper - lower)",
            "0..1",
            "Bollinger 2001",
            (g, a) -> percentB(g, a)),
        define(
            "keltnerUpper",
            "n=20 k=2 atr=10",
            "EMA + k ATR",
            "price",
            "Raschke",
            (g, a) -> keltner(g, a, 1)),
        define(
            "keltnerLower",
            "n=20 k=2 atr=10",
            "EMA - k ATR",
            "price",
            "Raschke",
            (g, a) -> keltner(g, a, -1)),
        define(
            "donchianUpper",
            "n=20",
            "highest of n bars before",
            "price",
            "Donchian",
            (g, a) -> ago(g, Rolling.max(g, g.high(), a.bars(0)), 1)),
        define(
            "donchianLower",
            "n=20",
            "lowest of n bars before",
            "price",
            "Donchian",
            (g, a) -> ago(g, Rolling.min(g, g.low(), a.bars(0)), 1)),
        define(
            "donchianWidth",
            "n=20",
            "(upper - lower) / middle",
            "fraction",
            "Donchian",
            (g, a) -> donchianWidth(g, a.bars(0))),
        define(
            "choppiness",
            "n=14",
            "100 log10(sum of TR / range of n bars) / log10(n)",
            "0..100",
            "Dreiss 1993",
            (g, a) -> choppiness(g, a.bars(0, 2))),
        define(
            "ulcer",
            "n=14",
            "root mean square of the percent below the highest close of the window so far",
            "%",
            "Martin 1987",
            (g, a) -> ulcer(g, a.bars(0))),
        define(
            "hv",
            "n=20 year=252",
            "sample deviation of log returns x sqrt(year)",
            "a year",
            "textbook",
            (g, a) -> Ranges.historical(g, a.bars(0, 2), a.number(1))),
        define(
            "ewmaVol",
            "n=33 year=252",
            "root of the average r^2 of weight 2/(n+1), from the mean of n",
            "a year",
            "RiskMetrics 1996",
            (g, a) -> ewma(g, a)),
        define(
            "parkinson",
            "n=20 year=252",
            "sqrt(mean ln(h/l)^2 / (4 ln 2))",
            "a year",
            "Parkinson 1980",
            (g, a) -> Ranges.parkinson(g, a.bars(0), a.number(1))),
        define(
            "garmanKlass",
            "n=20 year=252",
            "ln(h/l)^2 / 2 - (2 ln 2 - 1) ln(c/o)^2",
            "a year",
            "Garman, Klass 1980",
            (g, a) -> Ranges.garmanKlass(g, a.bars(0), a.number(1))),
        define(
            "rogersSatchell",
            "n=20 year=252",
            "ln(h/c) ln(h/o) + ln(l/c) ln(l/o)",
            "a year",
            "Rogers, Satchell 1991",
            (g, a) -> Ranges.rogersSatchell(g, a.bars(0), a.number(1))),
        define(
            "yangZhang",
            "n=20 year=252",
            "night + k day + (1 - k) Rogers-Satchell",
            "a year",
            "Yang, Zhang 2000",
            (g, a) -> Ranges.yangZhang(g, a.bars(0, 2), a.number(1))),
        define(
            "skewness",
            "n=60",
            "of log returns (population)",
            "-",
            "textbook",
            (g, a) -> Rolling.moment(g, Pointwise.logReturn(g, g.close(), 1), a.bars(0, 2), 3)),
        define(
            "kurtosis",
            "n=60",
            "of log returns (population), 3 for a normal law",
            "-",
            "textbook",
            (g, a) -> Rolling.moment(g, Pointwise.logReturn(g, g.close(), 1), a.bars(0, 2), 4)),
        define(
            "volOfVol",
            "n=20",
            "sample deviation of n values of hv(20)",
            "a year",
            "textbook",
            (g, a) -> Rolling.deviation(g, Ranges.historical(g, 20, 252), a.bars(0, 2), 1)));
  }

  private static Column percentB(Graph g, Arguments a) {
    Column lower = Ranges.band(g, a.bars(0), -a.number(1));
    Column width = minus(g, Ranges.band(g, a.bars(0), a.number(1)), lower);
    return ratio(g, minus(g, g.close(), lower), width, 0.5);
  }

  private static Column keltner(Graph g, Arguments a, double side) {
    Column middle = Averages.exponential(g, g.close(), a.bars(0));
    return plus(g, middle, side * a.number(1), Ranges.atr(g, a.bars(2)));
  }

  private static Column donchianWidth(Graph g, int n) {
    Column upper = ago(g, Rolling.max(g, g.high(), n), 1);
    Column lower = ago(g, Rolling.min(g, g.low(), n), 1);
    return ratio(g, minus(g, upper, lower), times(g, 0.5, plus(g, upper, 1, lower)), 0);
  }

  private static Column choppiness(Graph g, int n) {
    Column range = minus(g, Rolling.max(g, g.high(), n), Rolling.min(g, g.low(), n));
    double scale = 100 / StrictMath.log10(n);
    return map(
        g,
        "choppiness" + n,
        Rolling.sum(g, Ranges.trueRange(g), n),
        range,
        (walked, way) -> way > 0 ? scale * StrictMath.log10(walked / way) : 100);
  }

  /** Each close of the window against the highest from the window's begin to it. */
  private static Column ulcer(Graph g, int n) {
    return g.column(
        "ulcer(" + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] c = g.close().values();
          for (int t = from; t < to; t++) {
            double highest = 0;
            double squares = 0;
            for (int i = t - n + 1; i <= t; i++) {
              highest = Math.max(highest, c[i]);
              double fall = 100 * (c[i] / highest - 1);
              squares += fall * fall;
            }
            out[t] = Math.sqrt(squares / n);
          }
        },
        g.close());
  }

  private static Column ewma(Graph g, Arguments a) {
    Column square = map(g, "square", Pointwise.logReturn(g, g.close(), 1), x -> x * x);
    double year = a.number(1);
    return map(
        g,
        "yearly" + year,
        Averages.exponential(g, square, a.bars(0)),
        v -> Math.sqrt(Math.max(0, v) * year));
  }
}
