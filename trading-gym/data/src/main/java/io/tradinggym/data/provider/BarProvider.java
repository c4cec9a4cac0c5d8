package io.tradinggym.data.provider;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.series.PriceBars;
import java.time.LocalDate;

/** Who has daily bars. */
public interface BarProvider {
  /** Its name. */
  String name();

  /**
   * Bars of the sessions that have ended, each at its close, adjusted for splits and dividends where the provider can.
   *
   * @param from first day
   * @param to last day
   */
  Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to) throws CollectException;
}
