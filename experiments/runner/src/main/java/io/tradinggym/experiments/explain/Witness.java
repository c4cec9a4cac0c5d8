package io.tradinggym.experiments.explain;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.explain.attribution.PolicyMargin;
import java.util.ArrayList;
import java.util.List;

/** Plays a policy, and writes down what it saw at every step. */
final class Witness implements Contender {
  private final String title;
  private final Policy policy;
  private final List<Seen> steps = new ArrayList<>();

  /**
   * One decision from inside.
   *
   * @param observation as the environment wrote it
   * @param mask true = allowed
   * @param memory what the policy remembered before it
   * @param scores of its choices
   * @param action that it took
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
  record Seen(
      float[] observation, boolean[] mask, float[] memory, float[] scores, float[] action) {}

  Witness(String title, Policy policy) {
    this.title = title;
    this.policy = policy;
  }

  @Override
  public String title() {
    return title;
  }

  /** What was seen in the episode played last. */
  List<Seen> steps() {
    return List.copyOf(steps);
  }

  @Override
  public Player player(EnvironmentSpec spec, int path, Scout scout) {
    policy.requireFits(spec);
    steps.clear();
    Actor actor = policy.actor(1);
    PolicyMargin margin = new PolicyMargin(policy, 1);
    float[] memory = new float[actor.memorySize()];
    return (step, observation, mask, infos, action) -> {
      actor.saveMemory(memory);
      if (step > 0) {
        margin.remember(memory);
      }
      float[] scores = new float[margin.scores()];
      margin.scores(observation, scores);
      actor.act(observation, mask, 1, action);
      steps.add(
          new Seen(observation.clone(), mask.clone(), memory.clone(), scores, action.clone()));
    };
  }
}
