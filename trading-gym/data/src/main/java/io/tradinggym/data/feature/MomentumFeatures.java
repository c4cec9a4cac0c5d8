package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.plus;
import static io.tradinggym.data.feature.Pointwise.times;

import java.util.List;

/** Oscillators and rates of change. */
final class MomentumFeatures {
  private MomentumFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "roc",
            "n=10",
            "100 (close / close of n ago - 1)",
            "%",
            "textbook",
            (g, a) -> Pointwise.rateOfChange(g, g.close(), a.bars(0))),
        define(
            "momentum",
            "n=10",
            "close - close of n ago",
            "price",
            "textbook",
            (g, a) -> Pointwise.change(g, g.close(), a.bars(0))),
        define(
            "logReturn",
            "n=1",
            "ln(close / close of n ago)",
            "fraction",
            "textbook",
            (g, a) -> Pointwise.logReturn(g, g.close(), a.bars(0))),
        define(
            "rsi",
            "n=14",
            "100 up / (up + down), Wilder's averages",
            "0..100",
            "Wilder 1978",
            (g, a) -> Oscillators.rsi(g, g.close(), a.bars(0))),
        define(
            "stochRsi",
            "n=14 window=14 smooth=3",
            "place of RSI in its range, smoothed",
            "0..100",
            "Chande, Kroll 1994",
            (g, a) ->
                Averages.simple(g, Oscillators.stochasticRsi(g, a.bars(0), a.bars(1)), a.bars(2))),
        define("stochK", "n=14 smooth=3", "mean of %K", "0..100", "Lane", (g, a) -> stochK(g, a)),
        define(
            "stochD",
            "n=14 smooth=3 signal=3",
            "mean of stochK",
            "0..100",
            "Lane",
            (g, a) -> Averages.simple(g, stochK(g, a), a.bars(2))),
        define(
            "stochJ",
            "n=14 smooth=3 signal=3",
            "3 K - 2 D",
            "-",
            "Lane",
            (g, a) ->
                plus(
                    g, times(g, 3, stochK(g, a)), -2, Averages.simple(g, stochK(g, a), a.bars(2)))),
        define(
            "williams",
            "n=14",
            "%K - 100",
            "-100..0",
            "Williams 1973",
            (g, a) ->
                Pointwise.map(g, "less100", Oscillators.stochastic(g, a.bars(0)), x -> x - 100)),
        define(
            "cci",
            "n=20",
            "(typical - mean) / (0.015 mean deviation)",
            "-",
            "Lambert 1980",
            (g, a) -> Oscillators.cci(g, a.bars(0))),
        define(
            "macd",
            "fast=12 slow=26",
            "EMA(fast) - EMA(slow)",
            "price",
            "Appel 1979",
            (g, a) -> Oscillators.macd(g, a.bars(0), a.bars(1))),
        define(
            "macdSignal",
            "fast=12 slow=26 signal=9",
            "EMA of MACD",
            "price",
            "Appel 1979",
            (g, a) -> Oscillators.macdSignal(g, a.bars(0), a.bars(1), a.bars(2))),
        define(
            "macdHist",
            "fast=12 slow=26 signal=9",
            "MACD - signal",
            "price",
            "Appel 1979",
            (g, a) -> Oscillators.macdHistogram(g, a.bars(0), a.bars(1), a.bars(2))),
        define(
            "ppo",
            "fast=12 slow=26",
            "100 (EMA(fast) / EMA(slow) - 1)",
            "%",
            "Appel 1979",
            (g, a) -> Oscillators.ppo(g, a.bars(0), a.bars(1))),
        define(
            "trix",
            "n=15",
            "percent change of EMA(EMA(EMA))",
            "%",
            "Hutson 1983",
            (g, a) -> Oscillators.trix(g, a.bars(0))),
        define(
            "tsi",
            "slow=25 fast=13",
            "100 EMA(EMA(change)) / EMA(EMA(|change|))",
            "-100..100",
            "Blau 1991",
            (g, a) -> Oscillators.trueStrength(g, a.bars(0), a.bars(1))),
        define(
            "cmo",
            "n=14",
            "100 (up - down) / (up + down), sums",
            "-100..100",
            "Chande 1994",
            (g, a) -> Oscillators.chande(g, a.bars(0))),
        define(
            "ultimate",
            "a=7 b=14 c=28",
            "buying pressure over TR, weights 4, 2, 1",
            "0..100",
            "Williams 1985",
            (g, a) -> Oscillators.ultimate(g, a.bars(0), a.bars(1), a.bars(2))),
        define(
            "awesome",
            "fast=5 slow=34",
            "means of middles",
            "price",
            "Williams 1995",
            (g, a) -> Oscillators.awesome(g, a.bars(0), a.bars(1))),
        define(
            "dpo",
            "n=20",
            "close - SMA, both of now: nothing is shifted ahead",
            "price",
            "textbook, without its shift",
            (g, a) -> minus(g, g.close(), Averages.simple(g, g.close(), a.bars(0)))),
        define(
            "upShare",
            "n=10",
            "share of closes above the one before",
            "0..1",
            "textbook",
            (g, a) -> upShare(g, a.bars(0))),
        define(
            "autocorrelation",
            "n=60 lag=1",
            "of log returns",
            "-1..1",
            "textbook",
            (g, a) -> autocorrelation(g, a)));
  }

  private static Column stochK(Graph g, Arguments a) {
    return Averages.simple(g, Oscillators.stochastic(g, a.bars(0)), a.bars(1));
  }

  private static Column upShare(Graph g, int n) {
    return Averages.simple(
        g, Pointwise.flag(g, "positive", Pointwise.change(g, g.close(), 1), x -> x > 0), n);
  }

  private static Column autocorrelation(Graph g, Arguments a) {
    Column returns = Pointwise.logReturn(g, g.close(), 1);
    return Rolling.correlation(g, returns, Pointwise.ago(g, returns, a.bars(1)), a.bars(0, 3));
  }
}
