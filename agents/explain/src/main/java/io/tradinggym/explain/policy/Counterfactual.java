package io.tradinggym.explain.policy;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.VectorEnvironment;

/**
 * What would have been: an environment goes on from a state, with its own random streams, after another action than
 * the one taken; the policy decides from then on. With the action that was taken it is the episode itself, bit by bit.
 * Exact for a trader who moves no price; where a market has impact, as exact as its model of it.
 *
 * @param reward undiscounted sum of the rewards from the action on
 * @param steps steps taken, 1 to the horizon
 * @param end why it ended; {@link EndReason#NONE} if the horizon came first
 * @param infos what the environment reported last
 */
@SuppressWarnings("ArrayRecordComponent") // Measurements, never compared.
public record Counterfactual(double reward, int steps, EndReason end, double[] infos) {
  /**
   * Goes on from a state.
   *
   * @param environment one lane at the state; it stays there, a copy of it goes on
   * @param now what it showed last
   * @param policy that decides after the action
   * @param memory what the policy remembered before this decision, see {@link Actor#saveMemory}; empty for nothing
   * @param action taken now, as many floats as the action space has
   * @param horizon most steps, &gt;= 1
   * @return what came of the other action
   */
  public static Counterfactual of(
      VectorEnvironment environment,
      Batch now,
      Policy policy,
      float[] memory,
      float[] action,
      int horizon) {
    if (environment.lanes() != 1 || horizon < 1) {
      throw new IllegalArgumentException(
          "needs one lane and a horizon >= 1, was " + environment.lanes() + " and " + horizon);
    }
    Actor actor = policy.actor(1);
    if (memory.length > 0) {
      actor.restoreMemory(memory);
    }
    float[] next = new float[action.length];
    actor.act(now.observations, now.masks, 1, next); // it remembers what it saw, whatever was done
    System.arraycopy(action, 0, next, 0, next.length);
    try (VectorEnvironment fork = environment.fork()) {
      Batch batch = fork.newBatch();
      double reward = 0;
      int step = 0;
      while (true) {
        fork.step(next, batch);
        reward += batch.rewards[0];
        step++;
        if (batch.ends[0] != 0 || step == horizon) {
          return new Counterfactual(reward, step, batch.endReason(0), batch.infos.clone());
        }
        actor.act(batch.observations, batch.masks, 1, next);
      }
    }
  }
}
