package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import java.util.Arrays;

/** Runs whole episodes with a policy. */
public final class Episodes {
  private Episodes() {}

  /** Mean of {@link #returns}. */
  public static double meanReturn(Policy policy, VectorEnvironment envs, int episodes, long seed) {
    return Arrays.stream(returns(policy, envs, episodes, seed)).average().orElse(Double.NaN);
  }

  /**
   * Returns of so many episodes with the deterministic policy, in the order of lane and episode: every lane plays the
   * same number of them (one more for the first lanes), so that short episodes are not favoured.
   */
  public static double[] returns(Policy policy, VectorEnvironment envs, int episodes, long seed) {
    policy.prepare(envs);
    int lanes = envs.lanes();
    Batch batch = envs.newBatch();
    Actor actor = policy.actor(lanes);
    float[] actions = new float[lanes * envs.actionSpace().size()];
    double[] running = new double[lanes];
    int[] played = new int[lanes];
    double[] returns = new double[episodes];
    envs.reset(seed, batch);
    int open = episodes;
    while (open > 0) {
      actor.begin(batch.first);
      actor.act(batch.observations, batch.masks, lanes, actions);
      envs.step(actions, batch);
      boolean[] toReset = new boolean[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        running[lane] += batch.rewards[lane];
        if (batch.ends[lane] != 0) {
          int slot = played[lane]++ * lanes + lane;
          if (slot < episodes) {
            returns[slot] = running[lane];
            open--;
          }
          running[lane] = 0;
          toReset[lane] = true;
        }
      }
      if (envs.autoReset() == AutoReset.DISABLED) {
        envs.reset(toReset, batch);
      }
    }
    return returns;
  }
}
