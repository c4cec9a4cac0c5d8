package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the contracts of a chain say together: by put-call parity a call less the put of the same strike falls by nearly
 * 1 (a discount factor) for each 1 of the strike. A fall of 0.01 or of 1,000 means that strikes and prices are in other
 * units (cents, thousandths), a rise that calls and puts are exchanged. And nobody bids more for the worse of two
 * contracts than the better is offered at: where many do, contracts of two boards stand in one file, such as those
 * before and after a split.
 */
final class BoardChecks {
  /** Calls less puts of three strikes say something about an expiry. */
  private static final int LEAST = 3;

  /** No rate and no early exercise makes a slope of more or less. */
  private static final double LARGEST = 2;

  /** One in so many slopes may say something else. */
  private static final int MOST = 10;

  /** So many firm contradictions are none of a stale quote. */
  private static final int CONTRADICTIONS = 3;

  /** Nor is one in so many. */
  private static final int RARE = 20;

  private record Pair(double strike, double difference) {}

  private BoardChecks() {}

  /**
   * Looks at a chain.
   *
   * @param name of the file
   * @param rows its contracts, each once
   * @throws BadChainException if prices cannot belong to these strikes and types
   */
  static void require(String name, Collection<ChainRow> rows) {
    requireUnits(name, rows);
    requireOneBoard(name, rows);
  }

  private static void requireUnits(String name, Collection<ChainRow> rows) {
    double[] falls = falls(rows);
    if (falls.length == 0) {
      return;
    }
    // Nearly all say the same of a chain in other units; those of two boards in one file differ.
    double least = falls[falls.length / MOST];
    double most = falls[falls.length - 1 - falls.length / MOST];
    double median = falls[falls.length / 2];
    if (most < 0) {
      throw new BadChainException(
          name
              + ": calls cost more and puts less the higher the strike; calls and puts seem to be"
              + " exchanged");
    }
    if (least > LARGEST || (least > 0 && most < 1 / LARGEST)) {
      throw new BadChainException(
          name
              + ": a call less its put falls by "
              + (float) median
              + " for each 1 of the strike, by parity it is nearly 1; strikes or prices seem to be"
              + " in other units, such as cents or thousandths");
    }
  }

  private static void requireOneBoard(String name, Collection<ChainRow> rows) {
    int pairs = 0;
    List<ChainRow[]> against = new ArrayList<>();
    for (List<ChainRow> contracts : byQuality(rows)) {
      int half = contracts.size() / 2;
      for (int i = 0; i + half < contracts.size() && half > 0; i++) {
        ChainRow better = contracts.get(i);
        ChainRow worse = contracts.get(i + half);
        pairs++;
        if (worse.bid() > better.ask()) {
          against.add(new ChainRow[] {better, worse});
        }
      }
    }
    if (against.size() >= CONTRADICTIONS && against.size() * RARE > pairs) {
      ChainRow better = against.getFirst()[0];
      ChainRow worse = against.getFirst()[1];
      throw new BadChainException(
          name
              + ": "
              + against.size()
              + " of "
              + pairs
              + " pairs of contracts contradict each other; the first: the "
              + better.expiry()
              + " "
              + better.type()
              + " "
              + (float) better.strike()
              + " is offered at "
              + (float) better.ask()
              + ", the worse "
              + (float) worse.strike()
              + " is bid at "
              + (float) worse.bid()
              + "; contracts of two boards, such as before and after a split, seem to be mixed");
    }
  }

  /** The quoted contracts of each expiry and type, the best first: the lowest call, the highest put. */
  private static Collection<List<ChainRow>> byQuality(Collection<ChainRow> rows) {
    return rows.stream()
        .filter(row -> row.bid() > 0 && row.ask() >= row.bid())
        .sorted(
            Comparator.comparingDouble(
                row -> row.type() == OptionType.CALL ? row.strike() : -row.strike()))
        .collect(
            Collectors.groupingBy(
                row -> row.expiry() + " " + row.type(), TreeMap::new, Collectors.toList()))
        .values();
  }

  /** Of all expiries with enough pairs, ascending. */
  private static double[] falls(Collection<ChainRow> rows) {
    Map<LocalDate, SortedMap<Double, double[]>> prices = new TreeMap<>();
    for (ChainRow row : rows) {
      double price = row.bid() > 0 && row.ask() > 0 ? (row.bid() + row.ask()) / 2 : last(row);
      if (price > 0) {
        prices.computeIfAbsent(row.expiry(), day -> new TreeMap<>())
                .computeIfAbsent(row.strike(), strike -> new double[2])[
                row.type() == OptionType.CALL ? 0 : 1] =
            price;
      }
    }
    return prices.values().stream().flatMapToDouble(BoardChecks::falls).sorted().toArray();
  }

  private static double last(ChainRow row) {
    return Double.isNaN(row.bid()) && Double.isNaN(row.ask()) ? row.last() : Double.NaN;
  }

  /** Slopes between strikes that lie half of all strikes apart. */
  private static DoubleStream falls(SortedMap<Double, double[]> expiry) {
    List<Pair> pairs =
        expiry.entrySet().stream()
            .filter(entry -> entry.getValue()[0] > 0 && entry.getValue()[1] > 0)
            .map(entry -> new Pair(entry.getKey(), entry.getValue()[0] - entry.getValue()[1]))
            .toList();
    int half = pairs.size() / 2;
    return pairs.size() < LEAST
        ? DoubleStream.empty()
        : IntStream.range(0, pairs.size() - half)
            .mapToDouble(
                i ->
                    (pairs.get(i).difference() - pairs.get(i + half).difference())
                        / (pairs.get(i + half).strike() - pairs.get(i).strike()));
  }
}
