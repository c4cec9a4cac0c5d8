package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.logReturn;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.rateOfChange;
import static io.tradinggym.data.feature.Pointwise.ratio;

import java.util.List;

/** Other assets and sources from elsewhere, each as it was known at the bar's close. */
final class AcrossFeatures {
  private static final long DAY = 86_400_000;

  private AcrossFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "external",
            "source",
            "the source as known at the close",
            "its own",
            "as-of join",
            (g, a) -> g.external(a.text(0), 0)),
        define(
            "externalAge",
            "source",
            "days since the event of the source's value",
            "days",
            "as-of join",
            (g, a) -> g.age(a.text(0))),
        define(
            "externalChange",
            "source days=30",
            "the source - as it was known days before",
            "its own",
            "as-of join",
            (g, a) -> minus(g, g.external(a.text(0), 0), g.external(a.text(0), a.bars(1) * DAY))),
        define(
            "externalZ",
            "source n=252",
            "(the source - its mean of n bars) / deviation",
            "deviations",
            "as-of join",
            AcrossFeatures::standardised),
        define(
            "correlation",
            "other n=20",
            "of log returns",
            "-1..1",
            "textbook",
            (g, a) -> Rolling.correlation(g, own(g), others(g, a), a.bars(1, 3))),
        define(
            "beta",
            "other n=60",
            "slope of own log returns on the other's",
            "ratio",
            "textbook",
            (g, a) -> Rolling.beta(g, own(g), others(g, a), a.bars(1, 3))),
        define(
            "relativeStrength",
            "other n=20",
            "roc - roc of the other",
            "%",
            "textbook",
            (g, a) ->
                minus(
                    g,
                    rateOfChange(g, g.close(), a.bars(1)),
                    rateOfChange(g, g.external(a.text(0), 0), a.bars(1)))),
        define(
            "leadLag",
            "other n=60 lag=1",
            "correlation of own log return and the other's of lag bars ago",
            "-1..1",
            "textbook",
            (g, a) ->
                Rolling.correlation(g, own(g), ago(g, others(g, a), a.bars(2)), a.bars(1, 3))),
        define(
            "spreadZ",
            "other n=60",
            "deviations of ln(close / other) from its mean",
            "deviations",
            "Gatev et al. 2006",
            AcrossFeatures::spread),
        define(
            "breadth",
            "others n=50",
            "share of A|B|C above their mean of n",
            "0..1",
            "textbook",
            AcrossFeatures::breadth));
  }

  private static Column own(Graph g) {
    return logReturn(g, g.close(), 1);
  }

  private static Column others(Graph g, Arguments a) {
    return logReturn(g, g.external(a.text(0), 0), 1);
  }

  private static Column zScore(Graph g, Column x, int n) {
    return ratio(g, minus(g, x, Averages.simple(g, x, n)), Rolling.deviation(g, x, n, 0), 0);
  }

  private static Column standardised(Graph g, Arguments a) {
    return zScore(g, g.external(a.text(0), 0), a.bars(1, 2));
  }

  private static Column spread(Graph g, Arguments a) {
    return zScore(g, Pointwise.logRatio(g, g.close(), g.external(a.text(0), 0)), a.bars(1, 2));
  }

  private static Column breadth(Graph g, Arguments a) {
    String[] names = a.text(0).split("\\|");
    Column sum = null;
    for (String name : names) {
      Column price = g.external(name, 0);
      Column above = Pointwise.above(g, price, Averages.simple(g, price, a.bars(1)));
      sum = sum == null ? above : Pointwise.plus(g, sum, 1, above);
    }
    return Pointwise.times(g, 1.0 / names.length, java.util.Objects.requireNonNull(sum));
  }
}
