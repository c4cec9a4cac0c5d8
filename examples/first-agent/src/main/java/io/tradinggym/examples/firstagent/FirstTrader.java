package io.tradinggym.examples.firstagent;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.nio.file.Path;

public class FirstTrader {
  public static void main(String[] args) throws Exception {
    try (VectorEnvironment envs = Gym.vector("Stock-v1", 32);
        VectorEnvironment unseen = Gym.vector("Stock-v1", 16)) {
      Policy policy =
          Ppo.settings()
              .normalizeObservations(true)
              .build()
              .train(envs, Training.steps(200_000), Training.seed(7), Training.progress());
      System.out.println(
          "mean log return of unseen years: " + Episodes.meanReturn(policy, unseen, 100, 12345));
      policy.save(Path.of("first.policy"));
    }
  }
}
