package io.tradinggym.explain.policy;

import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Sixteen numbers, of which the first few say which of two actions is right: the one with the sign of their sum. All
 * others are noise. What a policy decides by is known here, whatever it learned.
 */
public final class Planted implements EnvironmentLogic, Resumable {
  public static final int INPUTS = 16;
  private static final int STEPS = 16;
  private final EnvironmentSpec spec =
      EnvironmentSpec.of("Planted-v1")
          .observation(Box.of(-10, 10, INPUTS))
          .action(Discrete.of(2))
          .maxSteps(STEPS)
          .build();
  private final int informative;
  private double sum;

  public Planted(int informative) {
    this.informative = informative;
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    show(random, frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    boolean right = action.discrete() == (sum > 0 ? 1 : 0);
    frame.reward(right ? 1 : -1);
    show(random, frame);
    return EndReason.NONE;
  }

  private void show(RandomStream random, Frame frame) {
    sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      double value = random.gaussian();
      frame.observe(i, value);
      sum += i < informative ? value : 0;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(sum);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    sum = in.readDouble();
  }

  /** A policy trained here. */
  public static Policy policy(int informative, long seed, int iterations) {
    try (VectorEnvironment envs = Gym.vector(() -> new Planted(informative)).lanes(32).make();
        Learner learner =
            Ppo.settings()
                .network(Mlp.SMALL)
                .rolloutSteps(64)
                .minibatch(512)
                .epochs(4)
                .learningRate(Schedule.linear(3e-3))
                .gamma(0.01)
                .build()
                .start(envs, seed, 1)) {
      for (int i = 0; i < iterations; i++) {
        learner.advance((double) i / iterations);
      }
      return learner.policy();
    }
  }

  /** Observations as the environment shows them. */
  public static float[] rows(int count, RandomStream random) {
    float[] rows = new float[count * INPUTS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.gaussian();
    }
    return rows;
  }
}
