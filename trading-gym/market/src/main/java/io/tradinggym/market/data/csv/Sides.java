package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts prices of trades, bids and asks together that stand in files of their own. */
final class Sides {
  private Sides() {}

  /**
   * Trades with the quotes of the same bar; where a bar has none, with the last ones before. Bars before the first
   * quote are left out.
   */
  static List<Row> quoted(List<Row> trades, List<Row> quotes) {
    TreeMap<Long, Row> known = new TreeMap<>();
    quotes.forEach(row -> known.put(row.time(), row));
    List<Row> all = new ArrayList<>();
    for (Row trade : trades) {
      Map.Entry<Long, Row> latest = known.floorEntry(trade.time());
      Quote quote = latest == null ? null : latest.getValue().quote();
      if (quote != null) {
        boolean same = latest.getKey() == trade.time();
        all.add(trade.with(same ? quote : quote.closing()));
      }
    }
    return all;
  }

  /** Bars of which both sides are known; their prices are the middle, their volumes those of the bids. */
  static List<Row> joined(List<Row> bids, List<Row> asks) {
    Map<Long, Row> others =
        asks.stream().collect(Collectors.toMap(Row::time, Function.identity(), (a, b) -> a));
    List<Row> all = new ArrayList<>();
    for (Row bid : bids) {
      @Nullable Row ask = others.get(bid.time());
      if (ask != null) {
        all.add(bid.middle(new Quote(bid.prices(), ask.prices())));
      }
    }
    return all;
  }
}
