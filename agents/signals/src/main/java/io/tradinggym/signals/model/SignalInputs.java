package io.tradinggym.signals.model;

/**
 * The features that signal models are given unless others are chosen: ratios, oscillators and flags. Raw price levels
 * are left out: they show an edge where there is none.
 */
public final class SignalInputs {
  /** For models of single rows: 33 of the signal system. */
  public static final String ROWS =
      "price_vs_ema9, price_vs_ema200, above_200ema, ema9_cross_ema21, trend_strength, ROC_10,"
          + " ROC_20, momentum_acceleration, MACD_cross, RSI_14, RSI_oversold, RSI_overbought,"
          + " Stoch_K, Stoch_D, atrp(14), bbPercent(20,2), BB_width, BB_squeeze,"
          + " hist_volatility_20, hist_volatility_60, hv_ratio, volume_ratio, volume_spike,"
          + " OBV_trend_norm, price_volume_divergence, higher_high, higher_low, inside_day,"
          + " strong_uptrend, consolidation, volume_declining, bull_flag_setup, breakout_signal";

  /** For models of windows: the close by its average, volume, momentum, volatility. */
  public static final String WINDOWS =
      "smaDistance(20), volume_ratio, RSI_14, ppo(12,26), atrp(14), hist_volatility_20";

  private SignalInputs() {}
}
