package io.tradinggym.experiments.explain;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.explain.card.Background;
import io.tradinggym.trading.trace.TradeTrace;
import java.time.Instant;
import java.util.List;

/**
 * A test episode of a run, played again.
 *
 * @param seed the agent was trained from
 * @param episode as it went
 * @param steps what the policy saw at every step
 * @param traces of the accounts
 */
record Replay(long seed, Trajectory episode, List<Witness.Seen> steps, List<TradeTrace> traces) {
  /** Episodes of the training range that say what is usual. */
  private static final int USUAL = 4;

  /** Plays the path of a seed's agent again; the arena stays open, for its traces tell of it. */
  static Replay of(Arena arena, Policy policy, long seed, int path) {
    Witness witness = new Witness("agent", policy);
    Trajectory episode = arena.play(witness, path);
    return new Replay(seed, episode, witness.steps(), arena.traces());
  }

  /** What a policy sees on the training range. */
  static Background background(Arena arena, Policy policy) {
    int inputs = arena.spec().observation().size();
    float[][] seen = new float[USUAL][];
    int all = 0;
    for (int path = 0; path < USUAL; path++) {
      Witness witness = new Witness("agent", policy);
      arena.play(witness, path);
      seen[path] = new float[witness.steps().size() * inputs];
      for (int step = 0; step < witness.steps().size(); step++) {
        System.arraycopy(
            witness.steps().get(step).observation(), 0, seen[path], step * inputs, inputs);
      }
      all += seen[path].length;
    }
    float[] rows = new float[all];
    int at = 0;
    for (float[] part : seen) {
      System.arraycopy(part, 0, rows, at, part.length);
      at += part.length;
    }
    return new Background(rows, inputs);
  }

  /** Trades of the episode, as in trades.csv. */
  List<Trade> trades() {
    return episode.booked().trades();
  }

  /** Trades that followed a decision. */
  List<Trade> tradesOf(int step) {
    double[] times = episode.times();
    return trades().stream()
        .filter(trade -> trade.time() > times[step] && trade.time() <= times[step + 1])
        .toList();
  }

  /** The decision behind something that happened at a time: the last one before it. */
  int decisionBefore(long time) {
    double[] times = episode.times();
    for (int step = steps.size() - 1; step >= 0; step--) {
      if (times[step] < time) {
        return step;
      }
    }
    throw new UserError(
        "no decision was taken before "
            + Instant.ofEpochMilli(time)
            + "; the episode begins at "
            + Instant.ofEpochMilli((long) times[0]));
  }
}
