package io.tradinggym.agents.rollout;

import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.api.Resumable;
import java.util.Map;

/** What an on-policy algorithm learns from each rollout. */
public interface RolloutUpdate extends Resumable, AutoCloseable {
  /** Makes the update of a run. */
  @FunctionalInterface
  interface Maker {
    /**
     * {@return an update that has learned nothing yet}
     *
     * @param model shape and layout of actor and critic
     * @param params the model's parameters, to be changed in place
     * @param rollout filled before each {@link #learn}, always the same object
     * @param seed any number; the same seed gives the same bits
     * @param threads threads that may help, &gt;= 1; the result is the same for any number
     */
    RolloutUpdate make(ActorCritic model, float[] params, Rollout rollout, long seed, int threads);
  }

  /**
   * Learns from the rollout as it stands.
   *
   * @param progress 0 at the start of the training, 1 at its end
   * @return figures by name, such as {@code loss/policy}
   */
  Map<String, Double> learn(double progress);

  @Override
  void close();
}
