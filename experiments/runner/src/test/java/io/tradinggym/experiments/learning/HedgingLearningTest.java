package io.tradinggym.experiments.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.options.hedging.HedgeAction;
import io.tradinggym.options.hedging.HedgingOptions;
import io.tradinggym.options.hedging.HedgingTask;
import io.tradinggym.options.hedging.ShortCall;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A little training already hedges better than the Black-Scholes delta; it cannot hedge better than the optimum. */
@Tag("compiled")
class HedgingLearningTest {
  private static final double COST = .002;
  private static final double DELTA = 2.8208;
  private static final double OPTIMUM = 2.6607;
  private static final int PATHS = 20_000;

  /** Of the risk over so many paths: its standard error is about 0.005. */
  private static final double CHANCE = .015;

  @Test
  void ppoHedgesBetterThanDeltaAndNotBetterThanTheOptimum() {
    Policy policy;
    try (VectorEnvironment envs = environment()) {
      policy =
          Ppo.settings()
              .rolloutSteps(30)
              .minibatch(960)
              .epochs(5)
              .gamma(1)
              .lambda(.9)
              .learningRate(Schedule.linear(1e-3))
              .build()
              .train(envs, Training.steps(115_200), Training.seed(3));
    }
    try (VectorEnvironment envs = environment()) {
      double mean =
          Arrays.stream(Episodes.returns(policy, envs, PATHS, 77)).average().orElseThrow();
      double risk = new ShortCall(HedgingTask.DEFAULT).premium() + Math.log(1 - mean);
      assertThat(risk).isBetween(OPTIMUM - CHANCE, DELTA - 5 * CHANCE);
    }
  }

  private static VectorEnvironment environment() {
    return Gym.vector("OptionHedging-v1")
        .option(HedgingOptions.COST, COST)
        .option(HedgingOptions.ACTIONS, HedgeAction.BAND)
        .lanes(128)
        .autoReset(AutoReset.SAME_STEP)
        .make();
  }
}
