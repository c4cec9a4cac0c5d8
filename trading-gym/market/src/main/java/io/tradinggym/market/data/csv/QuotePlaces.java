package io.tradinggym.market.data.csv;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of bid and ask are: open, high, low and close of each.
 *
 * @param places bid first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record QuotePlaces(int[] places) {
  /** Cells of Lean's rows of quotes: a time, four prices and a size of each side. */
  static final int CELLS = 11;

  static final QuotePlaces USUAL = new QuotePlaces(new int[] {1, 2, 3, 4, 6, 7, 8, 9});

  private static final List<String> PRICES = List.of("open", "high", "low", "close");

  /** Of names without blanks and case; null unless all eight are there. */
  static @Nullable QuotePlaces named(String[] names) {
    int[] places =
        IntStream.range(0, 2 * PRICES.size())
            .map(i -> find(names, i < PRICES.size() ? "bid" : "ask", PRICES.get(i % PRICES.size())))
            .toArray();
    return Arrays.stream(places).anyMatch(place -> place < 0) ? null : new QuotePlaces(places);
  }

  private static int find(String[] names, String side, String price) {
    for (String name :
        List.of(side + price, price + side, side + price.charAt(0), side + "candle" + price)) {
      int at = List.of(names).indexOf(name);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  int last() {
    return Arrays.stream(places).max().orElse(-1);
  }

  /** The name of a column; null if it is none of these. */
  @Nullable String name(int column) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] == column) {
        return (i < PRICES.size() ? "bid " : "ask ") + PRICES.get(i % PRICES.size());
      }
    }
    return null;
  }
}
