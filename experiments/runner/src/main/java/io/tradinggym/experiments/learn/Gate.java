package io.tradinggym.experiments.learn;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.VectorEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Paired simulation on common random numbers: challenger and rival play the same redrawn pieces of the newest
 * history, which no training has seen. Each path is as long as that history, so their spread is what so much history
 * leaves open.
 */
final class Gate {
  /** Deviations: sqrt(2 ln ln n) of Hansen for n of a thousand bars. */
  private static final double HOPELESS = -2;

  private static final double TINY = 1e-12;

  private final Supplier<EnvironmentLogic> lanes;
  private final LearnConfig.Judging settings;
  private final long seed;

  /**
   * What the best challenger and its rival did.
   *
   * @param chosen which challenger
   * @param mean difference of a path's rewards, challenger less rival
   * @param lower the mean less what chance gives on all but alpha of the paths
   * @param worse part of the paths on which the challenger did no better, half of the ties
   * @param drawdown by how much the challenger's mean largest loss exceeds the rival's
   * @param passed whether it may be promoted
   */
  record Verdict(
      int chosen, double mean, double lower, double worse, double drawdown, boolean passed) {}

  /** Sum of rewards and largest loss, path by path. */
  record Played(double[] rewards, double[] drawdowns) {
    double mean() {
      return Arrays.stream(rewards).average().orElse(0);
    }
  }

  /**
   * A gate.
   *
   * @param lanes of redrawn histories
   * @param seed of the paths
   */
  Gate(Supplier<EnvironmentLogic> lanes, LearnConfig.Judging settings, long seed) {
    this.lanes = lanes;
    this.settings = settings;
    this.seed = seed;
  }

  /** Plays every path once; null stays in cash. */
  Played play(@Nullable Policy policy) {
    int paths = settings.paths();
    double[] rewards = new double[paths];
    double[] drawdowns = new double[paths];
    try (VectorEnvironment envs = Gym.vector(lanes, paths, 1, AutoReset.DISABLED)) {
      Batch batch = envs.newBatch();
      TradingView view = envs.spec().trading();
      int equity = view == null ? -1 : envs.spec().indexOf(view.fields().equity());
      int size = envs.spec().action().size();
      float[] actions = new float[paths * size];
      double[] peaks = new double[paths];
      Actor actor = policy == null ? null : policy.actor(paths);
      if (actor == null) {
        float[] one = new float[size];
        Life.cash(envs.spec(), one);
        for (int i = 0; i < actions.length; i++) {
          actions[i] = one[i % size];
        }
      }
      boolean[] over = new boolean[paths];
      envs.reset(seed, batch);
      int open = paths;
      boolean first = true;
      while (open > 0) {
        if (actor != null) {
          if (first) {
            actor.begin(batch.first);
          }
          actor.act(batch.observations, batch.masks, paths, actions);
        }
        first = false;
        envs.step(actions, batch);
        for (int path = 0; path < paths; path++) {
          if (over[path]) {
            continue;
          }
          rewards[path] += batch.rewards[path];
          if (equity >= 0) {
            double worth = batch.infos[path * batch.infoSize + equity];
            peaks[path] = Math.max(peaks[path], worth);
            drawdowns[path] = Math.max(drawdowns[path], 1 - worth / peaks[path]);
          }
          if (batch.ends[path] != 0) {
            over[path] = true;
            open--;
          }
        }
        restart(envs, batch, over, open);
      }
    }
    return new Played(rewards, drawdowns);
  }

  /** Lanes that are over begin anew, unseen, so that the others can go on. */
  private static void restart(VectorEnvironment envs, Batch batch, boolean[] over, int open) {
    boolean[] ended = new boolean[over.length];
    boolean any = false;
    for (int path = 0; path < over.length; path++) {
      ended[path] = batch.ends[path] != 0;
      any |= ended[path];
    }
    if (any && open > 0) {
      envs.reset(ended, batch);
    }
  }

  /** Compares one challenger: it passes if it wins on all but alpha of the paths. */
  Verdict judge(Played challenger, Played rival) {
    return judge(List.of(challenger), rival);
  }

  /**
   * Compares the best of several challengers, which must win by more than the best of so many would by chance: on each
   * path the largest shortfall of any challenger from its own mean, in its own deviations, is what chance can give. Who
   * is far worse than the rival does not count among the many.
   *
   * @param challengers at least one
   * @see <a href="https://doi.org/10.1198/073500105000000063">Hansen (2005), A Test for Superior Predictive Ability</a>
   */
  Verdict judge(List<Played> challengers, Played rival) {
    List<Difference> all = challengers.stream().map(one -> Difference.of(one, rival)).toList();
    int chosen = 0;
    for (int i = 1; i < all.size(); i++) {
      chosen = all.get(i).ratio() > all.get(chosen).ratio() ? i : chosen;
    }
    Difference best = all.get(chosen);
    double[] chance = new double[settings.paths()];
    Arrays.fill(chance, Double.NEGATIVE_INFINITY);
    best.raise(chance);
    all.stream().filter(one -> one.ratio() > HOPELESS).forEach(one -> one.raise(chance));
    Arrays.sort(chance);
    double lower =
        best.mean
            - best.deviation * chance[chance.length - 1 - (int) (settings.alpha() * chance.length)];
    boolean passed = lower > 0 && best.deeper <= settings.drawdown();
    return new Verdict(chosen, best.mean, lower, best.worse(), best.deeper, passed);
  }

  /**
   * Challenger less rival.
   *
   * @param rewards path by path
   * @param mean of them
   * @param deviation of them, &gt; 0
   * @param deeper mean difference of largest losses
   */
  private record Difference(double[] rewards, double mean, double deviation, double deeper) {
    static Difference of(Played challenger, Played rival) {
      double[] rewards = new double[challenger.rewards.length];
      double deeper = 0;
      for (int path = 0; path < rewards.length; path++) {
        rewards[path] = challenger.rewards[path] - rival.rewards[path];
        deeper += (challenger.drawdowns[path] - rival.drawdowns[path]) / rewards.length;
      }
      double mean = Arrays.stream(rewards).average().orElse(0);
      double squares = Arrays.stream(rewards).map(r -> (r - mean) * (r - mean)).sum();
      return new Difference(
          rewards, mean, Math.max(TINY, Math.sqrt(squares / rewards.length)), deeper);
    }

    double ratio() {
      return mean / deviation;
    }

    void raise(double[] chance) {
      for (int path = 0; path < chance.length; path++) {
        chance[path] = Math.max(chance[path], (mean - rewards[path]) / deviation);
      }
    }

    /** Part of the paths on which it is no better, half of the ties. */
    double worse() {
      return Arrays.stream(rewards).map(r -> r < 0 ? 1 : r == 0 ? 0.5 : 0).average().orElse(0);
    }
  }
}
