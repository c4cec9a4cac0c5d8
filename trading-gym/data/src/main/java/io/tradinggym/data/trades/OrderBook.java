package io.tradinggym.data.trades;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A book of quantities by price. For one thread. */
public final class OrderBook {
  private final NavigableMap<Double, Double> bids = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Double, Double> asks = new TreeMap<>();

  /** An empty book. */
  public OrderBook() {}

  void clear() {
    bids.clear();
    asks.clear();
  }

  void apply(List<Level> changedBids, List<Level> changedAsks) {
    changedBids.forEach(level -> set(bids, level));
    changedAsks.forEach(level -> set(asks, level));
  }

  private static void set(NavigableMap<Double, Double> side, Level level) {
    if (level.quantity() == 0) {
      side.remove(level.price());
    } else {
      side.put(level.price(), level.quantity());
    }
  }

  /** {@return whether there is a bid and an ask, the bid below} */
  public boolean quoted() {
    return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey() < asks.firstKey();
  }

  /**
   * {@return the best bids, the highest first}
   *
   * @param most levels, >= 0; fewer if the book has no more
   */
  public List<Level> bids(int most) {
    return best(bids, most);
  }

  /**
   * {@return the best asks, the lowest first}
   *
   * @param most levels, >= 0; fewer if the book has no more
   */
  public List<Level> asks(int most) {
    return best(asks, most);
  }

  private static List<Level> best(NavigableMap<Double, Double> side, int most) {
    return side.entrySet().stream()
        .limit(most)
        .map(each -> new Level(each.getKey(), each.getValue()))
        .toList();
  }
}
