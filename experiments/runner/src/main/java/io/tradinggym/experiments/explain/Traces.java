package io.tradinggym.experiments.explain;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.explain.card.DecisionTrace;
import io.tradinggym.explain.card.DecisionTrace.Holding;
import io.tradinggym.explain.card.DecisionTrace.Traded;
import io.tradinggym.market.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The traces of single decisions out of an episode that was played again. */
final class Traces {
  private static final String SHAPING = "shaping";

  private final Replay replay;
  private final String policy;
  private final List<String> choices;

  /**
   * Traces of an episode.
   *
   * @param policy hash of the policy
   */
  Traces(Replay replay, String policy) {
    this.replay = replay;
    this.policy = policy;
    choices = choices(replay.episode().environment());
  }

  DecisionTrace of(int step) {
    Witness.Seen seen = replay.steps().get(step);
    Trajectory episode = replay.episode();
    return new DecisionTrace(
        step,
        (long) episode.times()[step],
        episode.trading().simulated(),
        policy,
        episode.environment().observationFields(),
        seen.observation(),
        seen.mask(),
        seen.scores(),
        seen.action(),
        choices,
        holdings(step),
        replay.tradesOf(step).stream()
            .map(
                trade ->
                    new Traded(
                        trade.ticker(),
                        trade.quantity(),
                        Money.toDouble(trade.price()),
                        Money.toDouble(trade.commission() + trade.slippage())))
            .toList(),
        rewards(step),
        new Surroundings(replay, step).situation());
  }

  private List<Holding> holdings(int step) {
    Trajectory episode = replay.episode();
    TradingView view = episode.trading();
    List<Holding> holdings = new ArrayList<>();
    int count = view.fields().units().isEmpty() ? 0 : episode.assets();
    for (int asset = 0; asset < count; asset++) {
      double[] units = episode.info(view.fields().units().get(asset));
      String symbol = view.instruments().get(asset);
      holdings.add(new Holding(symbol, episode.price(asset)[step], units[step], units[step + 1]));
    }
    return holdings;
  }

  /** The reward and, where the environment reports it, its potential-based part. */
  private Map<String, Double> rewards(int step) {
    Trajectory episode = replay.episode();
    double shaping = episode.has(SHAPING) ? episode.info(SHAPING)[step + 1] : 0;
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("goal", episode.rewards()[step] - shaping);
    if (shaping != 0) {
      parts.put(SHAPING, shaping);
    }
    return parts;
  }

  /** What scores stand for: levels of one weight, or instruments where there is a number for each of them. */
  static List<String> choices(EnvironmentSpec spec) {
    TradingView view = spec.trading();
    TargetWeights weights = view == null ? null : view.weights();
    if (view == null || weights == null) {
      return List.of();
    }
    if (spec.action() instanceof Box box) {
      return numbers(view.instruments(), box.size());
    }
    if (!(spec.action() instanceof Discrete discrete)
        || discrete.n() < 2
        || view.instruments().size() != 1) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    float[] asked = new float[1];
    for (int i = 0; i < discrete.n(); i++) {
      double share = (double) i / (discrete.n() - 1);
      double level = weights.lowest() + share * (weights.highest() - weights.lowest());
      weights.ask(new double[] {level}, asked);
      if (asked[0] != i + discrete.start()) {
        return List.of(); // no even levels
      }
      names.add(String.format(Locale.ROOT, "%.2f of equity", level));
    }
    return names;
  }

  /** Numbers that become weights: one for each instrument, and one more where cash has its own. */
  private static List<String> numbers(List<String> instruments, int count) {
    List<String> names = new ArrayList<>(instruments);
    if (count == names.size() + 1) {
      names.add("cash");
    }
    return count == names.size() ? names : List.of();
  }
}
