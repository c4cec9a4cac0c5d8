package io.tradinggym.experiments.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Returns by calendar month, of equity at given times. */
final class Months {
  private Months() {}

  /**
   * Keys such as 2021-03. A month's return runs from the last value before it (the first value at all) to its own last.
   */
  static Map<String, Double> of(double[] times, double[] equity) {
    Map<String, Double> returns = new LinkedHashMap<>();
    double before = equity[0];
    for (int t = 0; t < times.length; t++) {
      boolean last = t == times.length - 1 || !month(times[t]).equals(month(times[t + 1]));
      if (last) {
        returns.put(month(times[t]).toString(), equity[t] / before - 1);
        before = equity[t];
      }
    }
    return returns;
  }

  private static YearMonth month(double epochMillis) {
    return YearMonth.from(Instant.ofEpochMilli((long) epochMillis).atZone(ZoneOffset.UTC));
  }
}
