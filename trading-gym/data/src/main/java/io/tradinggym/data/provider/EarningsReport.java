package io.tradinggym.data.provider;

import java.time.LocalDate;

/**
 * A quarter's earnings.
 *
 * @param reported the day on which they became known
 * @param afterClose whether after that day's close
 * @param actual earnings per share, in the company's currency
 * @param estimate earnings per share that were expected
 */
public record EarningsReport(
    LocalDate reported, boolean afterClose, double actual, double estimate) {
  /** {@return the first day at whose close they were known} */
  public LocalDate knownBy() {
    return afterClose ? reported.plusDays(1) : reported;
  }
}
