package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import org.junit.jupiter.api.Test;

/** State-dependent noise stays as long as told, lane by lane. */
class CollectedNoiseTest {
  private static final int STEPS = 10;
  private static final int LANES = 3;

  /** Where the observation never changes, the action changes with the noise alone. */
  @Test
  void drawsNewNoiseAtTheStartAndEverySoManySteps() {
    float[] actions = collected(Gsde.every(4), 1);
    for (int lane = 0; lane < LANES; lane++) {
      for (int step = 1; step < 2 * STEPS; step++) {
        float before = actions[(step - 1) * LANES + lane];
        float now = actions[step * LANES + lane];
        if (step % STEPS % 4 == 0) {
          assertThat(now).as("lane %d, step %d", lane, step).isNotEqualTo(before);
        } else {
          assertThat(now).as("lane %d, step %d", lane, step).isEqualTo(before);
        }
      }
    }
    assertThat(actions[0]).as("lanes explore apart").isNotEqualTo(actions[1]);
  }

  @Test
  void keepsItsNoiseForAWholeRolloutIfNotToldOtherwise() {
    float[] actions = collected(Gsde.perRollout(), 1);
    assertThat(actions[(STEPS - 1) * LANES]).isEqualTo(actions[0]);
    assertThat(actions[STEPS * LANES]).isNotEqualTo(actions[0]);
  }

  @Test
  void drawsTheSameNoiseOnAnyNumberOfThreads() {
    assertThat(collected(Gsde.every(4), 3)).isEqualTo(collected(Gsde.every(4), 1));
  }

  /** Actions of two rollouts. */
  private static float[] collected(Gsde gsde, int threads) {
    ActorCriticShape shape = new ActorCriticShape(Mlp.SMALL, null, gsde, true);
    float[] actions = new float[2 * STEPS * LANES];
    try (VectorEnvironment envs = Gym.vector(Still::new, LANES, 1, AutoReset.SAME_STEP)) {
      ActorCritic model = new ActorCritic(1, envs.actionSpace(), shape);
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      try (Collector collector =
          new Collector(envs, model, STEPS, 0.99, false, false, 7, threads)) {
        for (int i = 0; i < 2; i++) {
          Rollout rollout = collector.collect(params, 0.95);
          System.arraycopy(rollout.actions, 0, actions, i * STEPS * LANES, STEPS * LANES);
        }
      }
    }
    return actions;
  }

  /** Nothing ever changes. */
  private static final class Still implements EnvironmentLogic {
    private final EnvironmentSpec spec =
        EnvironmentSpec.of("Still-v0")
            .observation(Box.of(0, 1, 1))
            .action(Box.of(-1, 1, 1))
            .maxSteps(1_000)
            .build();

    @Override
    public EnvironmentSpec spec() {
      return spec;
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      frame.observe(0, 1);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      frame.observe(0, 1);
      return EndReason.NONE;
    }
  }
}
