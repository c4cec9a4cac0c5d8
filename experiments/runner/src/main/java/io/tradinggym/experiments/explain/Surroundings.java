package io.tradinggym.experiments.explain;

import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.explain.card.Situation;
import io.tradinggym.explain.memory.Entry;
import io.tradinggym.explain.memory.HeapMemory;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.Memory;
import io.tradinggym.explain.memory.Outcomes;
import io.tradinggym.explain.memory.PricePatterns;
import io.tradinggym.explain.memory.embedding.Embedding;
import io.tradinggym.explain.memory.embedding.Shape;
import io.tradinggym.explain.memory.embedding.ShapeAndSize;
import io.tradinggym.explain.risk.RegimeEvidence;
import io.tradinggym.explain.risk.RiskBreakdown;
import io.tradinggym.market.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What stood around a decision, from what the episode had shown until then: risk by the returns so far, a regime by the
 * last ones, costs by the trades before.
 */
final class Surroundings {
  /** Returns that it takes before anything is said of risk. */
  private static final int FEWEST = 20;

  private static final double CONFIDENCE = 0.95;

  /** Days whose returns speak for a regime. */
  private static final int DAYS = 5;

  /** How often the turbulent regime is expected. */
  private static final double TURBULENT = 0.1;

  /** Its deviation, in usual ones. */
  private static final double TURBULENCE = 2;

  /** The median absolute deviation of a normal law, in standard deviations. */
  private static final double MEDIAN = 0.674489750196082;

  /** Deviations of a day that a position may lose before it counts as mistaken. */
  private static final double MISTAKEN = 2;

  private static final int WINDOW = 20;
  private static final int SEGMENTS = 16;
  private static final int HORIZON = 5;
  private static final int NEAREST = 10;

  private final Replay replay;
  private final Trajectory episode;
  private final int step;
  private final double[][] returns;

  Surroundings(Replay replay, int step) {
    this.replay = replay;
    this.step = step;
    episode = replay.episode();
    returns = new double[episode.assets()][step];
    for (int asset = 0; asset < returns.length; asset++) {
      double[] prices = episode.price(asset);
      for (int t = 0; t < step; t++) {
        returns[asset][t] = prices[t] > 0 ? prices[t + 1] / prices[t] - 1 : 0;
      }
    }
  }

  Situation situation() {
    boolean held = !episode.trading().fields().units().isEmpty();
    boolean enough = step >= FEWEST && returns.length > 0 && held;
    return new Situation(
        OptionalDouble.empty(),
        expectedCost(),
        enough ? regime() : Optional.empty(),
        enough ? Optional.of(tail(step)) : Optional.empty(),
        enough ? Optional.of(tail(step + 1)) : Optional.empty(),
        enough ? analogues(largest(worth(step + 1))) : Optional.empty(),
        enough ? invalidation() : Optional.empty());
  }

  /** What the trades before have cost, as a part of what they traded. */
  private OptionalDouble expectedCost() {
    double cost = 0;
    double notional = 0;
    for (Trade trade : replay.trades()) {
      if (trade.time() <= episode.times()[step]) {
        cost += Money.toDouble(trade.commission() + trade.slippage());
        notional += Math.abs(trade.quantity() * Money.toDouble(trade.price()));
      }
    }
    return notional > 0 ? OptionalDouble.of(cost / notional) : OptionalDouble.empty();
  }

  /** Positions as they are held at a step, at the prices of the decision. */
  private double[] worth(int at) {
    double[] worth = new double[returns.length];
    for (int asset = 0; asset < worth.length; asset++) {
      double units = episode.info(episode.trading().fields().units().get(asset))[at];
      worth[asset] = units * episode.price(asset)[step];
    }
    return worth;
  }

  private Situation.Tail tail(int at) {
    double[] worth = worth(at);
    double worst = 0;
    for (int t = 0; t < step; t++) {
      double result = 0;
      for (int asset = 0; asset < worth.length; asset++) {
        result += worth[asset] * returns[asset][t];
      }
      worst = Math.min(worst, result);
    }
    RiskBreakdown risk = RiskBreakdown.of(worth, covariance(), CONFIDENCE);
    return new Situation.Tail(risk.valueAtRisk(), worst, step);
  }

  private double[][] covariance() {
    int n = returns.length;
    double[] means = new double[n];
    for (int asset = 0; asset < n; asset++) {
      means[asset] = Arrays.stream(returns[asset]).average().orElse(0);
    }
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int t = 0; t < step; t++) {
          covariance[i][j] += (returns[i][t] - means[i]) * (returns[j][t] - means[j]) / (step - 1);
        }
      }
    }
    return covariance;
  }

  private Optional<RegimeEvidence> regime() {
    double[] market = new double[step];
    for (double[] asset : returns) {
      for (int t = 0; t < step; t++) {
        market[t] += asset[t] / returns.length;
      }
    }
    double usual = median(Arrays.stream(market).map(Math::abs).toArray()) / MEDIAN;
    if (!(usual > 0)) {
      return Optional.empty();
    }
    List<RegimeEvidence.Law> laws = new ArrayList<>();
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      String name = day == 0 ? "last return" : "return " + (day + 1) + " ago";
      laws.add(new RegimeEvidence.Law(name + " in deviations", 0, 1, 0, TURBULENCE));
      values[day] = market[step - 1 - day] / usual;
    }
    return Optional.of(RegimeEvidence.of(TURBULENT, laws, values));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Of the largest position. */
  private Optional<Situation.Level> invalidation() {
    double[] worth = worth(step + 1);
    int largest = largest(worth);
    if (worth[largest] == 0) {
      return Optional.empty();
    }
    double price = episode.price(largest)[step];
    double deviation = Math.sqrt(covariance()[largest][largest]);
    double side = Math.signum(worth[largest]);
    double level = price * (1 - side * MISTAKEN * deviation);
    return Optional.of(
        new Situation.Level(symbol(largest), level, side > 0, "two deviations of a period away"));
  }

  private String symbol(int asset) {
    return episode.trading().instruments().get(asset);
  }

  private static int largest(double[] worth) {
    int largest = 0;
    for (int asset = 1; asset < worth.length; asset++) {
      largest = Math.abs(worth[asset]) > Math.abs(worth[largest]) ? asset : largest;
    }
    return largest;
  }

  /** The nearest windows of the episode's own past whose outcomes were known, apart from each other. */
  private Optional<Situation.Analogues> analogues(int asset) {
    double[] prices = Arrays.copyOf(episode.price(asset), step + 1);
    boolean whole = Arrays.stream(prices).allMatch(price -> price > 0);
    if (step < 2 * WINDOW + HORIZON || !whole) {
      return Optional.empty();
    }
    long[] times = new long[step + 1];
    for (int t = 0; t <= step; t++) {
      times[t] = (long) episode.times()[t];
    }
    Embedding shape = ShapeAndSize.fit(new Shape(WINDOW, SEGMENTS), prices, 1);
    PricePatterns patterns = new PricePatterns(shape, HORIZON);
    try (Memory memory = new HeapMemory(shape.dimensions(), shape.identity())) {
      List<Entry> cases = patterns.cases(asset, prices, times);
      cases.forEach(memory::add);
      List<Match> found = memory.search(patterns.query(asset, prices, times, step, NEAREST));
      Outcomes outcomes = Outcomes.of(found, cases.stream().mapToDouble(Entry::outcome).toArray());
      return outcomes.cases() == 0
          ? Optional.empty()
          : Optional.of(
              new Situation.Analogues(
                  symbol(asset),
                  outcomes.cases(),
                  HORIZON,
                  outcomes.lower(),
                  outcomes.median(),
                  outcomes.upper(),
                  outcomes.base()));
    }
  }
}
