package io.tradinggym.data.provider;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.series.PriceBars;
import java.time.LocalDate;

/** Who has daily bars. */
public interface BarProvider {
  /** {@return its name} */
  String name();

  /**
   * {@return the bars of the sessions that have ended, each at its close, adjusted for splits and dividends where the
   * provider can}
   *
   * @param ticker symbol of the instrument
   * @param from first day
   * @param to last day
   * @throws CollectException with its kind, if there is no such answer
   */
  Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to) throws CollectException;
}
