package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Pointwise.above;
import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.crossesAbove;
import static io.tradinggym.data.feature.Pointwise.flag;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.percentOver;
import static io.tradinggym.data.feature.Pointwise.rateOfChange;
import static io.tradinggym.data.feature.Pointwise.ratio;

import java.util.List;
import java.util.stream.Stream;

/** The features of the signal system under their names there; the windows that it left open are fixed here. */
final class SignalSystemFeatures {
  private static final String SOURCE = "signal system";
  private static final long DAY = 86_400_000;

  private SignalSystemFeatures() {}

  static List<Formula> all() {
    return Stream.concat(prices().stream(), macro().stream()).toList();
  }

  /** What is computed from the asset's own bars. */
  static List<Formula> prices() {
    return Stream.of(trend(), momentum(), volatility(), volume(), patterns())
        .flatMap(List::stream)
        .toList();
  }

  private static Formula make(String name, String formula, String unit, Formula.Builder builder) {
    return Formula.define(name, "", formula, unit, SOURCE, builder);
  }

  private static Column ema(Graph g, int n) {
    return Averages.exponential(g, g.close(), n);
  }

  private static Column roc(Graph g, int n) {
    return rateOfChange(g, g.close(), n);
  }

  private static List<Formula> trend() {
    return List.of(
        make("EMA_9", "exponential average of 9 closes", "price", (g, a) -> ema(g, 9)),
        make("EMA_21", "exponential average of 21 closes", "price", (g, a) -> ema(g, 21)),
        make("EMA_50", "exponential average of 50 closes", "price", (g, a) -> ema(g, 50)),
        make("EMA_200", "exponential average of 200 closes", "price", (g, a) -> ema(g, 200)),
        make("SMA_20", "mean of 20 closes", "price", (g, a) -> Averages.simple(g, g.close(), 20)),
        make("SMA_50", "mean of 50 closes", "price", (g, a) -> Averages.simple(g, g.close(), 50)),
        make(
            "price_vs_ema9",
            "100 (close / EMA_9 - 1)",
            "%",
            (g, a) -> percentOver(g, g.close(), ema(g, 9))),
        make(
            "price_vs_ema200",
            "100 (close / EMA_200 - 1)",
            "%",
            (g, a) -> percentOver(g, g.close(), ema(g, 200))),
        make("above_200ema", "close > EMA_200", "flag", (g, a) -> above(g, g.close(), ema(g, 200))),
        make(
            "ema9_cross_ema21",
            "EMA_9 > EMA_21 now, <= one bar before",
            "flag",
            (g, a) -> crossesAbove(g, ema(g, 9), ema(g, 21))),
        make(
            "trend_strength",
            "100 (EMA_9 / EMA_9 of 5 bars ago - 1) / 5",
            "% a bar",
            (g, a) -> Pointwise.times(g, 0.2, rateOfChange(g, ema(g, 9), 5))));
  }

  private static List<Formula> momentum() {
    return List.of(
        make("ROC_10", "100 (close / close of 10 bars ago - 1)", "%", (g, a) -> roc(g, 10)),
        make("ROC_20", "100 (close / close of 20 bars ago - 1)", "%", (g, a) -> roc(g, 20)),
        make(
            "momentum_acceleration",
            "ROC_10 - ROC_10 of 5 bars ago",
            "%",
            (g, a) -> Pointwise.change(g, roc(g, 10), 5)),
        make("MACD", "EMA_12 - EMA_26", "price", (g, a) -> Oscillators.macd(g, 12, 26)),
        make(
            "MACD_signal",
            "exponential average of 9 MACD",
            "price",
            (g, a) -> Oscillators.macdSignal(g, 12, 26, 9)),
        make(
            "MACD_hist",
            "MACD - MACD_signal",
            "price",
            (g, a) -> Oscillators.macdHistogram(g, 12, 26, 9)),
        make(
            "MACD_cross",
            "MACD > MACD_signal now, <= one bar before",
            "flag",
            (g, a) ->
                crossesAbove(g, Oscillators.macd(g, 12, 26), Oscillators.macdSignal(g, 12, 26, 9))),
        make(
            "RSI_14",
            "100 up / (up + down), Wilder's averages",
            "0..100",
            (g, a) -> Oscillators.rsi(g, g.close(), 14)),
        make(
            "RSI_oversold",
            "RSI_14 < 35",
            "flag",
            (g, a) -> flag(g, "below35", Oscillators.rsi(g, g.close(), 14), x -> x < 35)),
        make(
            "RSI_overbought",
            "RSI_14 > 70",
            "flag",
            (g, a) -> flag(g, "above70", Oscillators.rsi(g, g.close(), 14), x -> x > 70)),
        make(
            "Stoch_K",
            "100 (close - low_14) / (high_14 - low_14)",
            "0..100",
            (g, a) -> Oscillators.stochastic(g, 14)),
        make(
            "Stoch_D",
            "mean of 3 Stoch_K",
            "0..100",
            (g, a) -> Averages.simple(g, Oscillators.stochastic(g, 14), 3)));
  }

  private static List<Formula> volatility() {
    return List.of(
        make("ATR_14", "Wilder's average of the true range", "price", (g, a) -> Ranges.atr(g, 14)),
        make(
            "BB_upper", "SMA_20 + 2 standard deviations", "price", (g, a) -> Ranges.band(g, 20, 2)),
        make(
            "BB_lower",
            "SMA_20 - 2 standard deviations",
            "price",
            (g, a) -> Ranges.band(g, 20, -2)),
        make("BB_mid", "SMA_20", "price", (g, a) -> Averages.simple(g, g.close(), 20)),
        make(
            "BB_width",
            "(BB_upper - BB_lower) / BB_mid",
            "fraction",
            (g, a) -> Ranges.bandWidth(g, 20, 2)),
        make(
            "BB_squeeze",
            "fewer than 18 of the last 90 BB_width are smaller",
            "flag",
            (g, a) ->
                flag(
                    g, "below18", Rolling.smaller(g, Ranges.bandWidth(g, 20, 2), 90), x -> x < 18)),
        make(
            "hist_volatility_20",
            "sample deviation of 20 log returns x sqrt(252)",
            "a year",
            (g, a) -> Ranges.historical(g, 20, 252)),
        make(
            "hist_volatility_60",
            "sample deviation of 60 log returns x sqrt(252)",
            "a year",
            (g, a) -> Ranges.historical(g, 60, 252)),
        make(
            "hv_ratio",
            "hist_volatility_20 / hist_volatility_60",
            "ratio",
            (g, a) -> ratio(g, Ranges.historical(g, 20, 252), Ranges.historical(g, 60, 252), 1)));
  }

  private static List<Formula> volume() {
    return List.of(
        make(
            "VWAP",
            "sum of close x volume / sum of volume, 20 bars",
            "price",
            (g, a) -> Averages.weightedBy(g, g.close(), g.volume(), 20)),
        make("volume_ratio", "volume / mean of 20, today in", "ratio", (g, a) -> volumeRatio(g)),
        make(
            "volume_spike",
            "volume_ratio > 2",
            "flag",
            (g, a) -> flag(g, "above2", volumeRatio(g), x -> x > 2)),
        make(
            "OBV",
            "volume by the sign of the close's change, summed from 0",
            "volume",
            (g, a) -> Flow.onBalance(g)),
        make("OBV_trend", "least-squares slope of 10 OBV", "volume a bar", (g, a) -> obvTrend(g)),
        make(
            "OBV_trend_norm",
            "OBV_trend / mean of 20 volumes",
            "a bar",
            (g, a) -> ratio(g, obvTrend(g), Averages.simple(g, g.volume(), 20), 0)),
        make(
            "price_volume_divergence",
            "ROC_10 > 0 and OBV_trend < 0",
            "flag",
            (g, a) ->
                map(g, "divergence", roc(g, 10), obvTrend(g), (r, o) -> r > 0 && o < 0 ? 1 : 0)));
  }

  private static Column volumeRatio(Graph g) {
    return ratio(g, g.volume(), Averages.simple(g, g.volume(), 20), 1);
  }

  private static Column obvTrend(Graph g) {
    return Rolling.slope(g, Flow.onBalance(g), 10);
  }

  private static List<Formula> patterns() {
    return List.of(
        make(
            "higher_high",
            "high > the highest of 5 bars before",
            "flag",
            (g, a) -> above(g, g.high(), ago(g, Rolling.max(g, g.high(), 5), 1))),
        make(
            "higher_low",
            "low > the lowest of 5 bars before",
            "flag",
            (g, a) -> above(g, g.low(), ago(g, Rolling.min(g, g.low(), 5), 1))),
        make(
            "inside_day",
            "high below and low above those of the bar before",
            "flag",
            (g, a) -> Flags.inside(g)),
        make(
            "strong_uptrend",
            "close > EMA_9 > EMA_21 and ROC_10 > 5",
            "flag",
            (g, a) -> Flags.strongUptrend(g)),
        make(
            "consolidation",
            "ATR_14 below its mean of 14; each of 3 bars inside or narrower than 0.75 ATR_14",
            "flag",
            (g, a) -> Flags.consolidation(g)),
        make(
            "volume_declining",
            "volume < 0.7 of the mean of 5, today in",
            "flag",
            (g, a) -> Flags.volumeDeclining(g)),
        make(
            "bull_flag_setup",
            "strong_uptrend, consolidation and volume_declining",
            "flag",
            (g, a) -> Flags.bullFlag(g)),
        make(
            "breakout_signal",
            "close > the highest of 20 bars before and volume_ratio > 1.5",
            "flag",
            (g, a) ->
                map(
                    g,
                    "breakout",
                    minus(g, g.close(), ago(g, Rolling.max(g, g.high(), 20), 1)),
                    volumeRatio(g),
                    (over, v) -> over > 0 && v > 1.5 ? 1 : 0)));
  }

  /** What is joined from FRED's series by when it was known. */
  static List<Formula> macro() {
    return List.of(
        make("vix_level", "VIXCLS as known at the close", "%", (g, a) -> g.external("VIXCLS", 0)),
        make(
            "vix_regime",
            "0 below 15, 1 to 25, 2 to 35, 3 above",
            "class",
            (g, a) ->
                map(
                    g,
                    "regime",
                    g.external("VIXCLS", 0),
                    v -> v < 15 ? 0 : v <= 25 ? 1 : v <= 35 ? 2 : 3)),
        make(
            "yield_curve_slope",
            "DGS10 - DGS2",
            "%",
            (g, a) -> minus(g, g.external("DGS10", 0), g.external("DGS2", 0))),
        make(
            "fed_rate_change",
            "DFF - DFF as known 30 days before",
            "%",
            (g, a) -> minus(g, g.external("DFF", 0), g.external("DFF", 30 * DAY))),
        make("t10yie", "T10YIE as known at the close", "%", (g, a) -> g.external("T10YIE", 0)));
  }
}
