package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The loop of collecting and learning, around an update that writes down what it is given. */
class OnPolicyLearnerTest {
  private static final ActorCriticShape SHAPE =
      ActorCriticShape.of(new Mlp(List.of(3), Activation.TANH));
  private static final Box SEEN = Box.of(-1000, 1000, 1);
  private static final Discrete TWO = Discrete.of(2);

  /** Adds 1 to every parameter in each iteration. */
  private static final class Recorder implements RolloutUpdate {
    private final List<Double> progresses = new ArrayList<>();
    private final float[] params;
    private final Rollout rollout;
    private boolean closed;

    Recorder(float[] params, Rollout rollout) {
      this.params = params;
      this.rollout = rollout;
    }

    @Override
    public Map<String, Double> learn(double progress) {
      progresses.add(progress);
      for (int i = 0; i < params.length; i++) {
        params[i]++;
      }
      return Map.of("first", (double) rollout.observations[0]);
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}

    @Override
    public void close() {
      closed = true;
    }
  }

  private final List<Recorder> made = new ArrayList<>();

  private Learner start(VectorEnvironment envs) {
    RolloutSettings settings = new RolloutSettings(7, 0.9, 0.95, false, false, SHAPE);
    return new OnPolicyLearner(
        settings,
        (model, params, rollout, seed, threads) -> {
          made.add(new Recorder(params, rollout));
          return made.getLast();
        },
        envs,
        3,
        1);
  }

  private static VectorEnvironment envs() {
    return Gym.vector(() -> Scripted.counting(5, 0, 2), 2, 1, AutoReset.SAME_STEP);
  }

  private static ActorCriticPolicy older(Space seen, ActorCriticShape shape) {
    ActorCritic model = new ActorCritic(seen.flatSize(), TWO, shape);
    float[] params = model.initialise(RandomStreams.of(9).stream("parameters"));
    return new ActorCriticPolicy(seen, TWO, shape, params, null);
  }

  /** Fourteen steps an iteration, which begin where the last ended: at 0, then at 7 of episodes of five. */
  @Test
  void everyIterationCollectsAndLearns() {
    try (VectorEnvironment envs = envs();
        Learner learner = start(envs)) {
      assertThat(learner.metrics()).isEmpty();
      learner.advance(0.25);
      assertThat(learner.metrics()).containsExactly(Map.entry("first", 0.0));
      float[] once = ((ActorCriticPolicy) learner.policy()).parameters();
      learner.advance(0.5);
      assertThat(learner.metrics()).containsExactly(Map.entry("first", 2.0));
      float[] twice = ((ActorCriticPolicy) learner.policy()).parameters();
      for (int i = 0; i < once.length; i++) {
        assertThat(twice[i]).isEqualTo(once[i] + 1);
      }
      assertThat(made.getFirst().progresses).containsExactly(0.25, 0.5);
      assertThat(learner.steps()).isEqualTo(28);
      assertThat(learner.episodes().finished()).isEqualTo(4);
      assertThat(learner.episodes().meanReturn()).isEqualTo(10);
    }
    assertThat(made.getFirst().closed).isTrue();
  }

  @Test
  void aRunGoesOnFromAnOlderPolicyOfTheSameShape() {
    try (VectorEnvironment envs = envs();
        Learner learner = start(envs)) {
      ActorCriticPolicy older = older(SEEN, SHAPE);
      assertThat(((ActorCriticPolicy) learner.policy()).parameters())
          .isNotEqualTo(older.parameters());
      learner.adopt(older);
      assertThat(((ActorCriticPolicy) learner.policy()).parameters()).isEqualTo(older.parameters());
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndLeavesTheRunAsItWas() {
    try (VectorEnvironment envs = envs();
        Learner learner = start(envs)) {
      float[] own = ((ActorCriticPolicy) learner.policy()).parameters();
      Policy elsewhere = older(Box.of(-1, 1, 1), SHAPE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> learner.adopt(elsewhere))
          .withMessageContaining("observation space");
      Policy larger = older(SEEN, ActorCriticShape.of(new Mlp(List.of(4), Activation.TANH)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> learner.adopt(larger))
          .withMessageContaining("has the shape");
      assertThat(((ActorCriticPolicy) learner.policy()).parameters()).isEqualTo(own);
    }
  }

  @Test
  void anUpdateThatCannotBeMadeIsNotHidden() {
    RolloutSettings settings = new RolloutSettings(7, 0.9, 0.95, false, false, SHAPE);
    try (VectorEnvironment envs = envs()) {
      assertThatThrownBy(
              () ->
                  new OnPolicyLearner(
                      settings,
                      (model, params, rollout, seed, threads) -> {
                        throw new IllegalStateException("no room");
                      },
                      envs,
                      3,
                      1))
          .hasMessage("no room");
    }
  }

  @Test
  void settingsHoldTheirBounds() {
    assertThat(new RolloutSettings(1, 1, 0, false, false, SHAPE).steps()).isOne();
    assertThat(new RolloutSettings(1, 1, 1, false, false, SHAPE).lambda()).isOne();
    refused(0, 0.9, 0.9, "rolloutSteps");
    refused(1, 0, 0.9, "gamma");
    refused(1, 1.01, 0.9, "gamma");
    refused(1, 0.9, -0.01, "lambda");
    refused(1, 0.9, 1.01, "lambda");
    ActorCriticShape remembers =
        new ActorCriticShape(SHAPE.network(), Memory.gru(3).steps(4), null, true);
    assertThat(new RolloutSettings(8, 0.9, 0.9, false, false, remembers).steps()).isEqualTo(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RolloutSettings(9, 0.9, 0.9, false, false, remembers))
        .withMessageContaining("multiple of the memory's steps");
  }

  private static void refused(int steps, double gamma, double lambda, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RolloutSettings(steps, gamma, lambda, false, false, SHAPE))
        .withMessageContaining(name);
  }
}
