package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.percentOver;
import static io.tradinggym.data.feature.Pointwise.ratio;

import java.util.List;

/** Shapes of bars and where the price stands in its own past. */
final class PriceFeatures {
  private PriceFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "gap",
            "",
            "100 (open / close before - 1)",
            "%",
            "textbook",
            (g, a) -> percentOver(g, g.open(), ago(g, g.close(), 1))),
        define(
            "body",
            "",
            "(close - open) / (high - low)",
            "-1..1",
            "textbook",
            (g, a) -> ratio(g, minus(g, g.close(), g.open()), minus(g, g.high(), g.low()), 0)),
        define(
            "upperShadow",
            "",
            "(high - max(open, close)) / (high - low)",
            "0..1",
            "textbook",
            (g, a) ->
                ratio(
                    g,
                    minus(g, g.high(), map(g, "greater", g.open(), g.close(), Math::max)),
                    minus(g, g.high(), g.low()),
                    0)),
        define(
            "lowerShadow",
            "",
            "(min(open, close) - low) / (high - low)",
            "0..1",
            "textbook",
            (g, a) ->
                ratio(
                    g,
                    minus(g, map(g, "least", g.open(), g.close(), Math::min), g.low()),
                    minus(g, g.high(), g.low()),
                    0)),
        define(
            "closePlace",
            "n=20",
            "place of the close in the range of n bars",
            "0..100",
            "textbook",
            (g, a) -> Oscillators.stochastic(g, a.bars(0))),
        define(
            "highDistance",
            "n=252",
            "100 (close / highest of n bars - 1)",
            "%",
            "George, Hwang 2004",
            (g, a) -> percentOver(g, g.close(), Rolling.max(g, g.high(), a.bars(0)))),
        define(
            "lowDistance",
            "n=252",
            "100 (close / lowest of n bars - 1)",
            "%",
            "textbook",
            (g, a) -> percentOver(g, g.close(), Rolling.min(g, g.low(), a.bars(0)))),
        define(
            "drawdown",
            "n=252",
            "100 (close / highest close of n - 1)",
            "%",
            "textbook",
            (g, a) -> percentOver(g, g.close(), Rolling.max(g, g.close(), a.bars(0)))),
        define(
            "barsSinceHigh",
            "n=252",
            "bars since the highest high of n",
            "bars",
            "textbook",
            (g, a) -> Rolling.sinceMax(g, g.high(), a.bars(0))),
        define(
            "rank",
            "n=252",
            "share of n closes before that were lower",
            "0..1",
            "textbook",
            (g, a) -> Rolling.rank(g, g.close(), a.bars(0))),
        define(
            "returnRank",
            "n=252",
            "share of n log returns before that were lower",
            "0..1",
            "textbook",
            (g, a) -> Rolling.rank(g, Pointwise.logReturn(g, g.close(), 1), a.bars(0))),
        define(
            "fracDiff",
            "d=0.4 tau=0.001",
            "fractional difference of ln(close), fixed window of weights >= tau",
            "-",
            "Lopez de Prado 2018, 5.5",
            FractionalDifference::column));
  }
}
