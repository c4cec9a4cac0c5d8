package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.percentOver;
import static io.tradinggym.data.feature.Pointwise.times;

import java.util.ArrayList;
import java.util.List;

/**
 * What reports, insiders, analysts, the news, options, perpetuals and order books say of an asset, each as it was known
 * at the bar's close. A source is looked for under the name that its file has where it is collected.
 */
final class OutsideFeatures {
  private static final long DAY = 86_400_000;
  private static final double POINTS = 100;

  private OutsideFeatures() {}

  static List<Formula> all() {
    List<Formula> all = new ArrayList<>(company());
    all.addAll(options());
    all.addAll(perpetuals());
    all.addAll(tape());
    return all;
  }

  /** The value of a source, in a unit. */
  private static Formula known(
      String name, String source, String formula, String unit, String origin, double factor) {
    return define(
        name,
        "source=" + source,
        formula,
        unit,
        origin,
        (g, a) -> times(g, factor, g.external(a.text(0), 0)));
  }

  private static List<Formula> company() {
    return List.of(
        known(
            "earnings_beat_rate",
            "earnings_beat_rate",
            "share of the last 8 reports above the estimate",
            "0..1",
            "signal system",
            1),
        define(
            "days_to_earnings",
            "source=days_to_earnings",
            "calendar days to the next earnings as announced, -1 if none is to come",
            "days",
            "signal system",
            (g, a) -> daysTo(g, g.external(a.text(0), 0))),
        known(
            "insider_net_buying",
            "insider_net_buying",
            "bought - sold by insiders, filed in the last 90 days",
            "money",
            "signal system",
            1),
        known(
            "analyst_upgrade_score",
            "analyst_upgrade_score",
            "S / (1 + W) of up- and downgrades of 90 days, halved every 30",
            "-1..1",
            "signal system",
            1),
        known(
            "analyst_consensus",
            "analyst_consensus",
            "(2 strong buys + buys - sells - 2 strong sells) / (2 analysts)",
            "-1..1",
            "Finnhub, Yahoo",
            1),
        known(
            "news_sentiment",
            "news_sentiment",
            "mean score of the headlines of the 7 days before",
            "-1..1",
            "signal system",
            1));
  }

  private static Column daysTo(Graph g, Column announced) {
    return g.column(
        "daysTo(" + announced.key() + ")",
        0,
        (out, from, to) -> {
          long[] times = g.times();
          double[] day = announced.values();
          for (int t = from; t < to; t++) {
            out[t] = Math.max(-1, day[t] - Math.floorDiv(times[t] - 1, DAY));
          }
        },
        announced);
  }

  private static List<Formula> options() {
    return List.of(
        known("ivAtm", "iv_atm", "implied volatility at the forward, 30 days", "%", "SVI", POINTS),
        known(
            "ivSkew",
            "iv_skew",
            "implied volatility of the 25-delta put - that of the call, 30 days",
            "points",
            "SVI",
            POINTS),
        known(
            "ivTerm",
            "iv_term",
            "implied volatility at the forward of 90 days - that of 30",
            "points",
            "SVI",
            POINTS),
        known(
            "ivIndex",
            "iv_index",
            "variance swap of 30 days from all strikes",
            "%",
            "Cboe",
            POINTS),
        define(
            "ivPremium",
            "n=20 source=iv_atm",
            "ivAtm - hv(n)",
            "points",
            "textbook",
            (g, a) -> {
              Column returns = Pointwise.logReturn(g, g.close(), 1);
              Column history = Rolling.deviation(g, returns, a.bars(0, 2), 1);
              return minus(
                  g,
                  times(g, POINTS, g.external(a.text(1), 0)),
                  times(g, POINTS * Math.sqrt(252), history));
            }),
        define(
            "ivRank",
            "n=252 source=iv_atm",
            "share of n bars before whose ivAtm was lower",
            "0..1",
            "textbook",
            (g, a) -> Rolling.rank(g, g.external(a.text(1), 0), a.bars(0))));
  }

  private static List<Formula> perpetuals() {
    return List.of(
        known("fundingRate", "funding", "funding rate paid last", "% a period", "Binance", POINTS),
        known("premium", "premium", "perpetual's book over its index", "%", "Binance", POINTS),
        define(
            "basis",
            "source=spot",
            "100 (close / spot - 1)",
            "%",
            "textbook",
            (g, a) -> percentOver(g, g.close(), g.external(a.text(0), 0))));
  }

  private static List<Formula> tape() {
    return List.of(
        define(
            "orderFlowImbalance",
            "source=order_flow",
            "what came to the bid and left the ask, less the other way round, since the bar before",
            "quantity",
            "Cont, Kukanov, Stoikov 2014",
            (g, a) -> {
              Column flow = g.external(a.text(0), 0);
              return minus(g, flow, ago(g, flow, 1));
            }),
        known(
            "microprice",
            "microprice",
            "mean of bid and ask weighted by the other side's size, over the middle",
            "basis points",
            "Stoikov 2018",
            POINTS * POINTS),
        known(
            "tradeVpin",
            "vpin",
            "mean |bought - sold| of buckets of equal volume, from single trades",
            "0..1",
            "Easley, Lopez de Prado, O'Hara 2012",
            1));
  }
}
