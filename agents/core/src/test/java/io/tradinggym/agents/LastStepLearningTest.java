package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.rollout.Collector;
import io.tradinggym.agents.rollout.Rollout;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.wrapper.RunningMoments;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What learners make of the last step of an episode does not depend on the autoreset mode. */
class LastStepLearningTest {
  private static final Mlp TINY = new Mlp(List.of(8), Activation.TANH);

  /** Action 1 pays 1 and is allowed in the first of two steps only; the episode is then cut off. */
  private static EnvironmentLogic flip() {
    return new Scripted(
        Scripted.described().masked(true).maxSteps(2).build(),
        (law, action, frame) -> {
          frame.observe(0, 0);
          frame.reward(action.discrete());
          frame.allow(1, false);
          return EndReason.NONE;
        });
  }

  /** Bootstrapped over what is allowed at the end, nothing can be gained there: Q = reward. */
  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void aTruncatedEpisodeIsBootstrappedOverWhatIsAllowedAtItsEnd(AutoReset mode) {
    Dqn dqn =
        Dqn.settings()
            .learningStarts(100)
            .trainEvery(1)
            .batch(32)
            .capacity(2_000)
            .gamma(0.9)
            .learningRate(2e-3)
            .exploration(0.5)
            .targetEvery(50)
            .network(TINY)
            .build();
    try (VectorEnvironment envs = Gym.vector(LastStepLearningTest::flip, 4, 1, mode)) {
      QPolicy policy = (QPolicy) dqn.train(envs, Training.steps(16_000), Training.seed(1));
      float[] values = new float[2];
      policy.actionValues(new float[] {0}, values);
      assertThat((double) values[0]).isCloseTo(0, within(0.1));
      assertThat((double) values[1]).isCloseTo(1, within(0.1));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void soDoesDiscreteSac(AutoReset mode) {
    DiscreteSac sac =
        DiscreteSac.settings()
            .learningStarts(100)
            .batch(32)
            .capacity(2_000)
            .gamma(0.9)
            .learningRate(2e-3)
            .temperature(1e-3)
            .learnTemperature(false)
            .network(TINY)
            .buildDiscrete();
    try (VectorEnvironment envs = Gym.vector(LastStepLearningTest::flip, 4, 1, mode);
        Learner learner = sac.start(envs, 1, 1)) {
      double value = Double.NaN;
      while (learner.steps() < 12_000) {
        learner.advance(0.5);
        value = learner.metrics().getOrDefault("value/mean", value);
      }
      // Of two stored steps one may take action 1: values 1 there (nearly always taken) and 0
      // elsewhere.
      assertThat(value).isBetween(0.3, 0.75);
    }
  }

  /** Episodes of one step that pay 1 or -1: the return has deviation 1. */
  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void rewardsAreScaledByTheReturnsOfEpisodesAlone(AutoReset mode) {
    try (VectorEnvironment envs =
            Gym.vector(
                () ->
                    new Scripted(
                        Scripted.described().build(),
                        (law, action, frame) -> {
                          frame.reward(law.episodes % 2 == 0 ? 1 : -1);
                          return EndReason.GOAL_LOST;
                        }),
                1,
                1,
                mode);
        Collector collector = collector(envs, 2_000, false, true)) {
      Rollout rollout = collector.collect(params(envs), 0.95);
      int counted = 0;
      for (int row = 200; row < rollout.rows; row++) {
        if (rollout.valid[row]) {
          counted++;
          assertThat(Math.abs((double) rollout.rewards[row])).isCloseTo(1, within(0.01));
        }
      }
      assertThat(counted).isGreaterThan(800);
    }
  }

  /** Observations 0 1 2 3, the last one too. */
  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void everyObservationCountsInTheNormalisation(AutoReset mode) {
    try (VectorEnvironment envs = Gym.vector(() -> Scripted.counting(3, 0, 1), 2, 1, mode);
        Collector collector = collector(envs, 1_200, true, false)) {
      collector.collect(params(envs), 0.95);
      RunningMoments moments = Objects.requireNonNull(collector.normalizer()).moments();
      assertThat(moments.mean(0)).isCloseTo(1.5, within(0.01));
      assertThat(moments.variance(0)).isCloseTo(1.25, within(0.01));
    }
  }

  private static Collector collector(
      VectorEnvironment envs, int steps, boolean observations, boolean rewards) {
    return new Collector(envs, model(envs), steps, 0.99, observations, rewards, 1, 1);
  }

  private static ActorCritic model(VectorEnvironment envs) {
    return new ActorCritic(1, envs.actionSpace(), ActorCriticShape.of(TINY));
  }

  private static float[] params(VectorEnvironment envs) {
    return model(envs).initialise(RandomStreams.of(1).stream("parameters"));
  }

  /** After an end nothing is chosen: a law may say so by a mask that allows nothing. */
  @ParameterizedTest
  @CsvSource({
    "NEXT_STEP, RUIN",
    "SAME_STEP, RUIN",
    "NEXT_STEP, END_OF_DATA",
    "SAME_STEP, END_OF_DATA"
  })
  void aMaskThatAllowsNothingAfterTheEndStopsNobody(AutoReset mode, EndReason reason) {
    List<Algorithm> algorithms =
        List.of(
            Ppo.settings().rolloutSteps(16).network(TINY).build(),
            A2c.settings().network(TINY).build(),
            Dqn.settings().learningStarts(20).batch(16).capacity(1_000).network(TINY).build(),
            DiscreteSac.settings()
                .learningStarts(20)
                .batch(16)
                .capacity(1_000)
                .network(TINY)
                .buildDiscrete());
    for (Algorithm algorithm : algorithms) {
      try (VectorEnvironment envs =
          Gym.vector(
              () ->
                  new Scripted(
                      Scripted.described().masked(true).build(),
                      (law, action, frame) -> {
                        frame.reward(1);
                        frame.allow(0, law.steps < 3);
                        frame.allow(1, law.steps < 3);
                        return law.steps < 3 ? EndReason.NONE : reason;
                      }),
              2,
              1,
              mode)) {
        assertThat(algorithm.train(envs, Training.steps(300)).masked()).isTrue();
      }
    }
  }
}
