package io.tradinggym.examples.firstagent;

import static io.tradinggym.agents.train.Training.progress;
import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;

/** Learns to balance a pole within a few seconds, and shows how well on episodes that training never saw. */
public final class FirstAgent {
  private FirstAgent() {}

  /** Trains and evaluates. */
  public static void main(String[] args) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8);
        VectorEnvironment unseen = Gym.vector("CartPole-v1", 20)) {
      Ppo ppo =
          Ppo.settings()
              .rolloutSteps(32)
              .epochs(20)
              .gamma(0.98)
              .lambda(0.8)
              .learningRate(Schedule.linear(1e-3))
              .build();
      Policy policy = ppo.train(envs, steps(100_000), seed(7), progress());
      double mean = Episodes.meanReturn(policy, unseen, 20, 1_000);
      System.out.println("the pole stands for " + mean + " of 500 steps");
    }
  }
}
