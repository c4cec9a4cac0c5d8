package io.tradinggym.options.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last complete board of a file of quotes of many moments: the last moment at which at least half as many contracts
 * were quoted as at most moments of its day. What comes after it, such as a few quotes made after the close, is a stub;
 * a contract that was not quoted at that very moment has its last quote before, of the same day.
 */
final class LastBoard {
  private static final double COMPLETE = 0.5;

  private LastBoard() {}

  /**
   * Of rows in any order.
   *
   * @param given the day that is wanted; else the last
   * @throws BadChainException if there are no rows of the day
   */
  static List<ChainRow> of(String name, List<ChainRow> rows, Optional<LocalDate> given) {
    if (rows.isEmpty()) {
      return rows;
    }
    LocalDate first = rows.stream().map(LastBoard::day).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = rows.stream().map(LastBoard::day).max(LocalDate::compareTo).orElseThrow();
    LocalDate wanted = given.orElse(last);
    List<ChainRow> ofDay = rows.stream().filter(row -> day(row).equals(wanted)).toList();
    if (ofDay.isEmpty()) {
      throw new BadChainException(
          name + ": no quotes of " + wanted + "; the file has those from " + first + " to " + last);
    }
    TreeMap<Long, Integer> quoted = new TreeMap<>();
    ofDay.forEach(row -> quoted.merge(row.traded(), 1, Integer::sum));
    double enough = COMPLETE * median(quoted.values());
    while (quoted.lastEntry().getValue() < enough) {
      quoted.pollLastEntry();
    }
    long complete = quoted.lastKey();
    Map<String, ChainRow> latest = new LinkedHashMap<>();
    for (ChainRow row : ofDay) {
      if (row.traded() <= complete) {
        latest.merge(
            row.contract(), row, (old, next) -> next.traded() >= old.traded() ? next : old);
      }
    }
    return new ArrayList<>(latest.values());
  }

  private static LocalDate day(ChainRow row) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(row.traded()), ChainFile.NEW_YORK);
  }

  private static double median(Collection<Integer> counts) {
    int[] sorted = counts.stream().mapToInt(Integer::intValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
