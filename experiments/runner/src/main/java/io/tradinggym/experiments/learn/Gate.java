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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Paired simulation on common random numbers: challenger and rival play the same redrawn pieces of the newest
 * history, which no training has seen. Each path is as long as that history, so their spread is what so much history
 * leaves open.
 */
final class Gate {
  private final Supplier<EnvironmentLogic> lanes;
  private final LearnConfig.Judging settings;
  private final long seed;

  /**
   * What both did.
   *
   * @param mean difference of a path's rewards, challenger less rival
   * @param lower the difference that all but alpha of the paths exceed
   * @param worse part of the paths on which the challenger did no better, half of the ties
   * @param drawdown by how much the challenger's mean largest loss exceeds the rival's
   * @param passed whether it may be promoted
   */
  record Verdict(double mean, double lower, double worse, double drawdown, boolean passed) {}

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

  /** Compares. */
  Verdict judge(Played challenger, Played rival) {
    int paths = settings.paths();
    double[] difference = new double[paths];
    double worse = 0;
    double deeper = 0;
    for (int path = 0; path < paths; path++) {
      difference[path] = challenger.rewards[path] - rival.rewards[path];
      worse += difference[path] < 0 ? 1 : difference[path] == 0 ? 0.5 : 0;
      deeper += (challenger.drawdowns[path] - rival.drawdowns[path]) / paths;
    }
    double mean = Arrays.stream(difference).average().orElse(0);
    Arrays.sort(difference);
    double lower = difference[(int) (settings.alpha() * paths)];
    boolean passed = lower > 0 && deeper <= settings.drawdown();
    return new Verdict(mean, lower, worse / paths, deeper, passed);
  }
}
