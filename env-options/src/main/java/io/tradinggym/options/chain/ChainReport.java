package io.tradinggym.options.chain;

import java.util.Map;
import java.util.StringJoiner;

/**
 * What was read from a chain file and what was left out.
 *
 * @param file name of the file
 * @param layout which its first line showed
 * @param rows number of contracts in the file
 * @param excluded how many were left out, by reason; each is counted once, under the first that holds
 */
public record ChainReport(
    String file, ChainLayout layout, int rows, Map<QuoteDefect, Integer> excluded) {
  /** Checks the values. */
  public ChainReport {
    excluded = Map.copyOf(excluded);
  }

  /** {@return how many contracts were left out} */
  public int left() {
    return excluded.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Such as "5288 contracts, 190 left out: 183 expired, 7 crossed". */
  @Override
  public String toString() {
    StringJoiner reasons = new StringJoiner(", ");
    for (QuoteDefect defect : QuoteDefect.values()) {
      if (excluded.containsKey(defect)) {
        reasons.add(excluded.get(defect) + " " + defect);
      }
    }
    return rows + " contracts" + (left() == 0 ? "" : ", " + left() + " left out: " + reasons);
  }
}
