package io.tradinggym.experiments.signals;

import io.tradinggym.signals.model.Band;
import io.tradinggym.signals.model.RefitInterval;
import io.tradinggym.signals.model.ThresholdBacktest;

/**
 * What the models say of a ticker today, and what they were worth on rows that they had not seen.
 *
 * @param ticker whose
 * @param date of its last bar
 * @param trees probability by trees that the close is higher after the horizon
 * @param sequences the same by LSTM; NaN if it was left out
 * @param score the ensemble's
 * @param interval of the trees' prediction over refits
 * @param auc pooled out of fold, of the ensemble
 * @param accuracy share of outcomes guessed right out of fold
 * @param alwaysUp share that "always up" guesses right on the same rows
 * @param backtest of the out-of-fold score
 */
record TickerSignal(
    String ticker,
    java.time.LocalDate date,
    double trees,
    double sequences,
    double score,
    RefitInterval interval,
    double auc,
    double accuracy,
    double alwaysUp,
    ThresholdBacktest backtest) {
  Band band() {
    return Band.of(score);
  }
}
