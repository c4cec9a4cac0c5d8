package io.tradinggym.docs;

import static io.tradinggym.agents.train.Training.evaluateOn;
import static io.tradinggym.agents.train.Training.patience;
import static io.tradinggym.agents.train.Training.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.policy.Attribution;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import org.junit.jupiter.api.Test;

/** The code of docs/guides/algorithms.md. */
class AlgorithmsGuideTest {
  @Test
  void trainsGoesOnAndExplains() {
    Dqn rainbow =
        Dqn.settings()
            .dueling(true)
            .nStep(3)
            .prioritization(Prioritization.DEFAULT)
            .returns(ReturnLaw.categorical(51, 0, 200))
            .build();
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      Policy older = rainbow.train(envs, steps(1_000));
      Policy better =
          rainbow.train(
              envs,
              steps(4_000),
              Training.from(older),
              evaluateOn(() -> Gym.vector("CartPole-v1", 4)),
              patience(3));
      Attribution why = Attribution.of(better, 64);
      float[] observation = {0.02f, 0.1f, -0.05f, 0.3f};
      float[] parts = new float[4];
      why.integrated(observation, new float[4], better.act(observation), parts);
      int action = better.act(observation);
      double sum = parts[0] + parts[1] + parts[2] + parts[3];
      assertThat(sum)
          .isCloseTo(why.score(observation, action) - why.score(new float[4], action), within(0.5));
    }
  }
}
