package io.tradinggym.signals.model;

import io.tradinggym.data.series.PriceBars;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A quick look at a signal, all in, without costs: bought at the open after a close at which the signal stood above the
 * threshold, sold at the close some bars after the signal, or at a stop below the entry. The stop is looked for on the
 * lows; a bar that opens below it after the entry day is sold at its open. One position at a time. It says nothing of
 * what could have been earned: for that there is the exchange, with its costs.
 *
 * @param trades in order
 * @param equity money after the last trade
 * @param maxDrawdown largest fall of the money between trades, a fraction of what it was
 */
public record ThresholdBacktest(List<Trade> trades, double equity, double maxDrawdown) {
  /**
   * One trade.
   *
   * @param signal index of the bar whose close gave the signal
   * @param exit index of the bar of the sale
   * @param stopped whether the stop sold
   * @param simpleReturn price of the sale over that of the purchase, less 1
   */
  public record Trade(int signal, int exit, boolean stopped, double simpleReturn) {}

  /**
   * {@return the trades of a signal over all bars, and what they made of the money}
   *
   * @param bars that are traded on, with open, low and close
   * @param signal probability by the index of a bar, known at its close; NaN is none
   * @param threshold a probability, in (0, 1)
   * @param hold bars from signal to exit, >= 1
   * @param stopDistance distance of the stop below the entry, in the price's unit, by the index of the signal's
   *     bar
   * @param money to begin with, in any unit; &gt; 0
   */
  public static ThresholdBacktest run(
      PriceBars bars,
      IntToDoubleFunction signal,
      double threshold,
      int hold,
      IntToDoubleFunction stopDistance,
      double money) {
    List<Trade> trades = new ArrayList<>();
    double equity = money;
    double peak = money;
    double fall = 0;
    int bar = 0;
    while (bar + hold < bars.size()) {
      if (!(signal.applyAsDouble(bar) > threshold)) {
        bar++;
        continue;
      }
      Trade trade = trade(bars, bar, hold, stopDistance.applyAsDouble(bar));
      trades.add(trade);
      equity *= 1 + trade.simpleReturn;
      peak = Math.max(peak, equity);
      fall = Math.max(fall, 1 - equity / peak);
      bar = trade.exit;
    }
    return new ThresholdBacktest(List.copyOf(trades), equity, fall);
  }

  private static Trade trade(PriceBars bars, int signal, int hold, double distance) {
    double entry = bars.open(signal + 1);
    double stop = entry - distance;
    for (int bar = signal + 1; bar <= signal + hold; bar++) {
      if (bars.low(bar) <= stop) {
        return new Trade(signal, bar, true, Math.min(stop, bars.open(bar)) / entry - 1);
      }
    }
    int last = signal + hold;
    return new Trade(signal, last, false, bars.close(last) / entry - 1);
  }

  /** {@return the share of trades that won, 0 to 1; NaN without trades} */
  public double winRate() {
    return (double) trades.stream().filter(trade -> trade.simpleReturn > 0).count() / trades.size();
  }

  /** {@return the mean return of those that won, a fraction; 0 if none did} */
  public double meanWin() {
    return trades.stream().mapToDouble(Trade::simpleReturn).filter(r -> r > 0).average().orElse(0);
  }

  /** {@return the mean return of those that did not win, a fraction; 0 if all did} */
  public double meanLoss() {
    return trades.stream()
        .mapToDouble(Trade::simpleReturn)
        .filter(r -> !(r > 0))
        .average()
        .orElse(0);
  }
}
