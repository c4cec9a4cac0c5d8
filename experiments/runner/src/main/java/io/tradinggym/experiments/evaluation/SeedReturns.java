package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.TradingView;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.statistics.Drawdowns;
import io.tradinggym.experiments.statistics.Returns;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The period returns that one seed's agent stands on: all episodes one after another where a law drew each of them
 * anew, and the first alone where they start in one history, in which they overlap.
 */
public final class SeedReturns {
  private static final double[] NONE = {};

  private SeedReturns() {}

  /** Simple returns of a standing's seed; none where nothing is traded. */
  public static double[] of(Standing standing, int seed) {
    return joined(standing.episodes().get(seed));
  }

  /** Simple returns of episodes of one policy; none where nothing is traded. */
  public static double[] joined(List<Trajectory> episodes) {
    Trajectory first = episodes.getFirst();
    TradingView view = first.environment().trading();
    if (view == null) {
      return NONE;
    }
    List<Trajectory> counted = view.simulated() ? episodes : List.of(first);
    return counted.stream()
        .flatMapToDouble(episode -> DoubleStream.of(Returns.ofEquity(episode.equity())))
        .toArray();
  }

  /** The figures of what one policy played. */
  public static Outcome outcome(String range, double[] scores, List<Trajectory> episodes) {
    double[] returns = joined(episodes);
    double periodsPerYear = periodsPerYear(episodes.getFirst());
    return new Outcome(
        Status.FINISHED,
        "",
        range,
        DoubleStream.of(scores).average().orElse(Double.NaN),
        returns.length == 0 ? Double.NaN : Returns.sharpe(returns, 0, periodsPerYear),
        returns.length,
        periodsPerYear,
        deepestDrawdown(episodes));
  }

  /** Total return of an episode where something is traded, else its sum of rewards. */
  public static double score(Trajectory episode) {
    if (!episode.trades()) {
      return episode.totalReward();
    }
    double[] equity = episode.equity();
    return equity[equity.length - 1] / equity[0] - 1;
  }

  /** Half of the notional traded, as a multiple of equity, a year; NaN where it is not reported. */
  public static double turnover(Trajectory episode) {
    if (!episode.trades() || !episode.has("traded")) {
      return Double.NaN;
    }
    double[] traded = episode.info("traded");
    double[] equity = episode.equity();
    double sum = 0;
    for (int t = 1; t < equity.length; t++) {
      sum += traded[t] / 2 / equity[t - 1];
    }
    return sum * periodsPerYear(episode) / episode.steps();
  }

  /** The deepest drawdown of episodes, a fraction &lt;= 0; NaN where nothing is traded. */
  public static double deepestDrawdown(List<Trajectory> episodes) {
    return episodes.stream()
        .filter(Trajectory::trades)
        .mapToDouble(episode -> Drawdowns.of(episode.equity()).maximum())
        .min()
        .orElse(Double.NaN);
  }

  /** Decisions in a year; NaN where nothing is traded. */
  public static double periodsPerYear(Trajectory episode) {
    TradingView view = episode.environment().trading();
    return view == null ? Double.NaN : view.periodsPerYear();
  }
}
