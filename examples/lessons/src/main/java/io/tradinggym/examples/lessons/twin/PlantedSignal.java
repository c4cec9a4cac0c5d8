package io.tradinggym.examples.lessons.twin;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;

/**
 * Lesson 20: eight features, one of which knows the sign of the next move half the time; seven are noise.
 *
 * <p>Observation: eight numbers, normal. Actions: 0 short, 1 flat, 2 long. Reward: position times the next move, which
 * is feature {@value #PLANTED} plus noise of the same size. Truncated after 50 steps.
 */
public final class PlantedSignal implements EnvironmentLogic {
  /** Features in all. */
  public static final int FEATURES = 8;

  /** The one that matters. */
  public static final int PLANTED = 3;

  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Planted-v1")
          .observation(Box.of(-20, 20, FEATURES))
          .action(Discrete.of(3))
          .maxSteps(50)
          .build();

  private double signal;

  /** A market. */
  public PlantedSignal() {}

  @Override
  public EnvironmentSpec spec() {
    return SPEC;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    draw(random, frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frame.reward((action.discrete() - 1) * (signal + random.gaussian()));
    draw(random, frame);
    return EndReason.NONE;
  }

  private void draw(RandomStream random, Frame frame) {
    for (int i = 0; i < FEATURES; i++) {
      double value = random.gaussian();
      frame.observe(i, value);
      signal = i == PLANTED ? value : signal;
    }
  }

  /** A policy that learned here. */
  public static Policy learned(int steps, long seed) {
    try (VectorEnvironment envs = Gym.vector(PlantedSignal::new).lanes(16).make()) {
      return Ppo.settings()
          .rolloutSteps(64)
          .minibatch(256)
          .gamma(0.5)
          .learningRate(1e-3)
          .build()
          .train(envs, Training.steps(steps), Training.seed(seed));
    }
  }
}
