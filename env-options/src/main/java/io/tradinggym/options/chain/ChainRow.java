package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One contract as it stands in a file.
 *
 * @param line 1-based
 * @param close last moment of trading
 * @param root that the contract's symbol begins with; empty if the file has no symbols
 * @param size units of the underlying that a contract stands for, &gt; 0
 * @param currency of prices; empty if the file does not say
 * @param traded time of the last trade, epoch milliseconds; Long.MIN_VALUE if the file does not say
 */
record ChainRow(
    int line,
    OptionType type,
    double strike,
    LocalDate expiry,
    Instant close,
    double bid,
    double ask,
    double last,
    double volume,
    double openInterest,
    double volatility,
    String root,
    int size,
    String currency,
    long traded) {
  static final long NEVER = Long.MIN_VALUE;

  /** Such as {@code 2025-09-19 C 640}. */
  String contract() {
    String right = type == OptionType.CALL ? "C" : "P";
    String k = strike == Math.rint(strike) ? String.valueOf((long) strike) : String.valueOf(strike);
    return expiry + " " + right + " " + k;
  }
}
