package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static Policy cartPole(Algorithm algorithm, TrainOption... options) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      return algorithm.train(envs, options);
    }
  }

  private static double meanReturn(Policy policy) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      return Episodes.meanReturn(policy, envs, 20, 99);
    }
  }

  @Test
  void aWarmStartGoesOnWhereTheOlderPolicyStood() {
    Policy older =
        cartPole(Ppo.settings().rolloutSteps(32).epochs(10).build(), Training.steps(30_000));
    Policy later =
        cartPole(Ppo.defaults(), Training.steps(512), Training.seed(5), Training.from(older));
    Policy cold = cartPole(Ppo.defaults(), Training.steps(512), Training.seed(5));
    assertThat(meanReturn(older)).isGreaterThan(150);
    assertThat(meanReturn(later)).isGreaterThan(2 * meanReturn(cold));
  }

  @Test
  void aWarmStartNeedsAPolicyOfTheSameKindAndShape() {
    Policy older = cartPole(Ppo.defaults(), Training.steps(512));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cartPole(Dqn.defaults(), Training.steps(64), Training.from(older)))
        .withMessage("this algorithm begins with a QPolicy, was given a ActorCriticPolicy");
    Ppo wider = Ppo.settings().network(new Mlp(List.of(128), Activation.TANH)).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cartPole(wider, Training.steps(64), Training.from(older)))
        .withMessageContaining("the older policy has the shape")
        .withMessageContaining("128");
    Ppo normalising = Ppo.settings().normalizeObservations(true).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cartPole(normalising, Training.steps(64), Training.from(older)))
        .withMessage("the older policy saw raw observations; normalizeObservations must be false");
    try (VectorEnvironment other = Gym.vector("Acrobot-v1", 4)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Ppo.defaults().train(other, Training.steps(64), Training.from(older)))
          .withMessageContaining("observation space");
    }
  }

  @Test
  void patienceEndsATrainingThatNoLongerGetsBetter() {
    PeriodicEvaluation evaluation =
        new PeriodicEvaluation(() -> Gym.vector("CartPole-v1", 4), 50, 4);
    // A learning rate so small that nothing changes: the first evaluation stays the best.
    Ppo still = Ppo.settings().rolloutSteps(16).learningRate(Schedule.constant(1e-12)).build();
    cartPole(still, Training.steps(64_000), Training.callback(evaluation), Training.patience(3));
    assertThat(evaluation.points()).hasSize(4);
  }

  @Test
  void patienceNeedsAnEvaluation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cartPole(Ppo.defaults(), Training.steps(64), Training.patience(3)))
        .withMessageContaining("evaluateOn");
  }
}
