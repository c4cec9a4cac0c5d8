package io.tradinggym.agents.replay;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import java.util.Map;

/** What an off-policy algorithm does while experience comes in, and what it learns from samples of it. */
public interface OffPolicyUpdate extends Resumable, AutoCloseable {
  /**
   * Writes an exploring action for every lane, in the form that is kept in the replay.
   *
   * @param inputs what a network reads of the batch's observations, lanes x inputs
   * @param batch what a reset or step filled
   * @param randoms one stream for each lane
   * @param untrained true before learning starts: act at random
   * @param progress 0 at the start of the training, 1 at its end
   * @param actions receives the actions as the replay keeps them, lanes x action size
   */
  void explore(
      float[] inputs,
      Batch batch,
      RandomStream[] randoms,
      boolean untrained,
      double progress,
      float[] actions);

  /**
   * Turns actions from the replay's form into the environment's; may be the same array.
   *
   * @param kept actions as the replay keeps them, lane by lane
   * @param actions receives the environment's actions, as many floats; may be the same array
   */
  default void translate(float[] kept, float[] actions) {
    System.arraycopy(kept, 0, actions, 0, kept.length);
  }

  /**
   * Learns from a sample and writes its {@link ReplaySample#errors}.
   *
   * @param sample as a replay drew it
   * @param progress 0 at the start of the training, 1 at its end
   * @throws ArithmeticException if something became NaN or infinite
   */
  void learn(ReplaySample sample, double progress);

  /**
   * After all lanes took a step.
   *
   * @param steps environment steps so far, over all lanes
   * @param lanes of them in this step
   */
  default void stepped(long steps, int lanes) {}

  /**
   * Begins with an older policy's network instead of a random one.
   *
   * @param older a policy that was trained before
   * @throws IllegalArgumentException naming what differs
   */
  void adopt(Policy older);

  /**
   * {@return the policy as it stands, of environments like these: a copy that no longer changes}
   *
   * @param spec spaces and what observations are seen through
   */
  Policy policy(PolicySpec spec);

  /** {@return the figures of the last sample by name; empty before the first} */
  Map<String, Double> metrics();

  @Override
  void close();
}
