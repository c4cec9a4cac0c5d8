package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.api.Test;

class RolloutTest {
  private static final double CLOSE = 1e-5;

  /** The definition: A_t = sum over l of (gamma lambda)^l delta_{t+l}, summed forwards until the episode ends. */
  @Test
  void advantagesMatchTheirDefinition() {
    int steps = 17;
    int lanes = 3;
    double gamma = 0.97;
    double lambda = 0.9;
    Rollout rollout = new Rollout(steps, lanes, 1, 1, 0);
    RandomStream random = RandomStreams.of(3).stream("test");
    for (int row = 0; row < rollout.rows; row++) {
      rollout.rewards[row] = (float) random.gaussian();
      rollout.values[row] = (float) random.gaussian();
      rollout.ended[row] = random.bernoulli(0.2);
    }
    float[] last = {0.3f, -0.2f, 0.9f};
    rollout.estimateAdvantages(last, gamma, lambda);
    for (int lane = 0; lane < lanes; lane++) {
      for (int t = 0; t < steps; t++) {
        double expected = 0;
        double weight = 1;
        for (int u = t; u < steps; u++) {
          int row = u * lanes + lane;
          double next = u == steps - 1 ? last[lane] : rollout.values[row + lanes];
          double delta =
              rollout.rewards[row] + (rollout.ended[row] ? 0 : gamma * next) - rollout.values[row];
          expected += weight * delta;
          weight *= gamma * lambda;
          if (rollout.ended[row]) {
            break;
          }
        }
        int row = t * lanes + lane;
        assertThat((double) rollout.advantages[row]).isCloseTo(expected, within(CLOSE));
        assertThat((double) rollout.returns[row])
            .isCloseTo(expected + rollout.values[row], within(CLOSE));
      }
    }
  }
}
