package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the whole market did from one close to the next open: the median of several assets, by time. A jump that the
 * market made too is none of the asset's own.
 */
final class MarketMoves {
  /** Of too few assets: nothing is known. */
  static final MarketMoves UNKNOWN = new MarketMoves(Map.of());

  /** Fewer assets are no market. */
  private static final int ENOUGH = 3;

  private final Map<Long, Double> moves;

  private MarketMoves(Map<Long, Double> moves) {
    this.moves = moves;
  }

  static MarketMoves of(List<List<Row>> assets) {
    if (assets.size() < ENOUGH) {
      return UNKNOWN;
    }
    Map<Long, List<Double>> all = new HashMap<>();
    for (List<Row> rows : assets) {
      for (int i = 1; i < rows.size(); i++) {
        double move = StrictMath.log(rows.get(i).open() / rows.get(i - 1).close());
        all.computeIfAbsent(rows.get(i).time(), time -> new ArrayList<>()).add(move);
      }
    }
    Map<Long, Double> medians = new HashMap<>();
    all.forEach(
        (time, each) -> {
          if (each.size() >= ENOUGH) {
            double[] sorted = each.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            medians.put(time, sorted[sorted.length / 2]);
          }
        });
    return new MarketMoves(medians);
  }

  /** Log of the move into the bar that starts at a time; 0 if it is not known. */
  double at(long time) {
    return moves.getOrDefault(time, 0.0);
  }
}
