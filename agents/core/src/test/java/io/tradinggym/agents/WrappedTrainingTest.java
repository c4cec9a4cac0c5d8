package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorBuilder;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.wrapper.NormalizeObservation;
import io.tradinggym.api.wrapper.NormalizeReward;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was learned of observations travels with the policy, whether a wrapper or the learner learned it. */
class WrappedTrainingTest {
  private static final double FAR = 1000;
  private static final int STEPS = 50;

  @TempDir Path folder;

  /** The right action is told by a difference of 1 between numbers near 1,000: hopeless without normalisation. */
  private static EnvironmentLogic distant(Space actions) {
    return new Scripted(
        Scripted.described(Box.of(0, 2 * FAR, 1), actions).maxSteps(STEPS).build(),
        (law, action, frame) -> {
          // An irregular sequence; the action answers what was shown before this step.
          int before = (law.steps - 1) * (law.steps + 6) / 2 % 5 % 2;
          int now = law.steps * (law.steps + 7) / 2 % 5 % 2;
          double answer = actions instanceof Discrete ? action.discrete() : action.continuous(0);
          frame.reward(Math.abs(answer - before) < 0.5 ? 1 : 0);
          frame.observe(0, FAR + now);
          return EndReason.NONE;
        });
  }

  static List<Arguments> algorithms() {
    Discrete choice = Discrete.of(2);
    Box number = Box.of(-1, 2, 1);
    return List.of(
        Arguments.of(
            Dqn.settings()
                .capacity(5_000)
                .trainEvery(1)
                .gamma(0.1)
                .learningRate(3e-3)
                .targetEvery(100)
                .normalizeObservations(true)
                .build(),
            choice),
        Arguments.of(
            DiscreteSac.settings()
                .capacity(5_000)
                .batch(64)
                .gamma(0.1)
                .learningRate(3e-3)
                .normalizeObservations(true)
                .network(Mlp.SMALL)
                .buildDiscrete(),
            choice),
        Arguments.of(
            Sac.settings()
                .capacity(5_000)
                .batch(64)
                .gamma(0.1)
                .learningRate(3e-3)
                .normalizeObservations(true)
                .network(Mlp.SMALL)
                .build(),
            number),
        Arguments.of(
            Td3.settings()
                .capacity(5_000)
                .batch(64)
                .gamma(0.1)
                .explorationNoise(0.4)
                .normalizeObservations(true)
                .network(Mlp.SMALL)
                .build(),
            number),
        Arguments.of(
            Ppo.settings()
                .rolloutSteps(32)
                .epochs(10)
                .gamma(0.1)
                .learningRate(3e-3)
                .normalizeObservations(true)
                .build(),
            choice));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void everyAlgorithmNormalisesObservationsAndItsFileHoldsWhatItLearnedOfThem(
      Algorithm algorithm, Space actions) throws IOException {
    try (VectorEnvironment envs = Gym.vector(() -> distant(actions)).lanes(4).make();
        VectorEnvironment fresh = Gym.vector(() -> distant(actions)).lanes(2).make()) {
      Policy policy = algorithm.train(envs, Training.steps(5_000), Training.seed(1));
      Path file = folder.resolve("policy");
      policy.save(file);
      assertThat(Episodes.meanReturn(Policy.load(file), fresh, 4, 3)).isGreaterThan(0.9 * STEPS);
    }
  }

  @Test
  void statisticsOfWrappersGoWhereThePolicyGoes() throws IOException {
    VectorBuilder builder =
        Gym.vector(() -> distant(Discrete.of(2)))
            .lanes(4)
            .wrap(NormalizeObservation.running())
            .wrap(NormalizeReward.by(0.1));
    Ppo ppo = Ppo.settings().rolloutSteps(32).epochs(10).gamma(0.1).learningRate(3e-3).build();
    Path file = folder.resolve("policy");
    double best;
    try (VectorEnvironment envs = builder.make();
        VectorEnvironment again = builder.make()) {
      Policy policy = ppo.train(envs, Training.steps(5_000), Training.evaluateOn(builder::make));
      policy.save(file);
      best = Episodes.meanReturn(policy, again, 8, 3);
    }
    // As scaled in training: 1 / (deviation of the return, near that of a coin at most).
    assertThat(best).isGreaterThan(1.5 * STEPS);
    try (VectorEnvironment fresh = builder.make()) {
      assertThat(Episodes.meanReturn(Policy.load(file), fresh, 8, 3)).isEqualTo(best);
    }
  }

  @Test
  void aWarmStartGoesOnWithThem() {
    VectorBuilder builder =
        Gym.vector(() -> distant(Discrete.of(2))).lanes(4).wrap(NormalizeObservation.running());
    Ppo ppo = Ppo.settings().rolloutSteps(32).epochs(10).gamma(0.1).learningRate(3e-3).build();
    try (VectorEnvironment envs = builder.make();
        VectorEnvironment warm = builder.make()) {
      Policy older = ppo.train(envs, Training.steps(5_000));
      long counted = ((NormalizeObservation) envs).statistics().count();
      ppo.train(warm, Training.steps(128), Training.from(older));
      assertThat(((NormalizeObservation) warm).statistics().count())
          .isBetween(counted + 128, counted + 140);
    }
  }
}
