package io.tradinggym.examples.ownenvironment;

import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;

/** Any environment can be trained on at once: nothing needs to be registered. */
public final class WarmRoom {
  private WarmRoom() {}

  /** Trains, and says what the heater does in a room that is 3 K too cold, and 3 K too warm. */
  public static void main(String[] args) {
    try (VectorEnvironment envs = Gym.vector(Thermostat::new, 16, 1, AutoReset.NEXT_STEP)) {
      Policy policy =
          Ppo.settings()
              .gamma(0.9)
              .normalizeRewards(true)
              .build()
              .train(envs, steps(50_000), seed(1));
      System.out.println(
          "too cold: "
              + policy.act(new float[] {-3})
              + ", too warm: "
              + policy.act(new float[] {3}));
    }
  }
}
