package io.tradinggym.experiments.evaluation;

import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of an episode where it happened: by the engine that observed, and by the accounts that booked.
 *
 * @param observations hash of every observation, the last one included
 * @param costs all that trading and holding cost; null if the environment does not show its trades
 * @param trades every fill; empty for controls, and in summaries
 * @param flows every other movement of money; empty for controls, and in summaries
 */
public record Booked(
    long observations, @Nullable EpisodeCosts costs, List<Trade> trades, List<CashFlow> flows) {
  /** Nothing was written down. */
  public static final Booked NONE = new Booked(0, null, List.of(), List.of());

  /** Copies the lists. */
  public Booked {
    trades = List.copyOf(trades);
    flows = List.copyOf(flows);
  }

  /**
   * What traces tell of an episode.
   *
   * @param lists whether every trade and flow is kept, or only what they cost
   */
  static Booked of(long observations, List<TradeTrace> traces, boolean lists) {
    return new Booked(
        observations,
        traces.isEmpty() ? null : EpisodeCosts.of(traces),
        lists ? Trade.of(traces) : List.of(),
        lists ? CashFlow.of(traces) : List.of());
  }

  Booked summary() {
    return new Booked(observations, costs, List.of(), List.of());
  }
}
