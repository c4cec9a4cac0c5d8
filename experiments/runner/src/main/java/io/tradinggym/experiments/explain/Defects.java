package io.tradinggym.experiments.explain;

import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.CsvMarket;
import io.tradinggym.market.data.csv.Defect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that strict reading refuses in the files of several tickers; one refusal names those of one file alone. */
final class Defects {
  private Defects() {}

  /**
   * Reads again, the file refused before at the end, until all that are refused were: jumps are judged beside all other
   * files each time.
   *
   * @param strict reader of their folder
   */
  static List<Defect> of(CsvMarket strict, List<String> tickers) {
    List<Defect> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Deque<String> order = new ArrayDeque<>(tickers);
    for (int i = 0; i < tickers.size(); i++) {
      try {
        strict.tickers(order.toArray(String[]::new));
        return all;
      } catch (BadDataException e) {
        String file = e.defects().getFirst().file();
        if (!told.add(file)) {
          return all;
        }
        all.addAll(e.defects());
        moveToEnd(order, file);
      }
    }
    return all;
  }

  /** Those before it are sound, or were told. */
  private static void moveToEnd(Deque<String> order, String file) {
    for (int i = order.size(); i > 0; i--) {
      String ticker = order.removeFirst();
      order.addLast(ticker);
      if (file.equals(ticker) || file.startsWith(ticker + ".") || file.startsWith(ticker + "_")) {
        return;
      }
    }
  }
}
