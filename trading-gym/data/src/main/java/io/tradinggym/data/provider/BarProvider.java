package io.tradinggym.data.provider;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.series.PriceBars;
import java.time.LocalDate;

/** Who has daily bars. */
public interface BarProvider {
  /** {@return its name, such as {@code yahoo}, for messages and reports} */
  String name();

  /**
   * {@return the bars of the sessions that have ended, each at its close, adjusted for splits and dividends where the
   * provider can}
   *
   * @param ticker symbol of the share or fund, such as {@code SPY}
   * @param from first day
   * @param to last day, included
   * @throws CollectException with its kind, if there is no such answer
   */
  Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to) throws CollectException;
}
