package io.tradinggym.agents;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A law of a few lines for one test: it counts steps and episodes, a lambda says what a step shows. */
public final class Scripted implements EnvironmentLogic, Resumable {
  /** What a step does; {@code frame} has been written with the step's number as observation 0. */
  @FunctionalInterface
  public interface StepRule {
    EndReason step(Scripted law, Action action, Frame frame);
  }

  private final EnvironmentSpec spec;
  private final StepRule rule;
  public int steps;
  public int episodes;

  public Scripted(EnvironmentSpec spec, StepRule rule) {
    this.spec = spec;
    this.rule = rule;
  }

  /** One number in [-1000, 1000] to see, two choices. */
  public static EnvironmentSpec.Builder described() {
    return described(Box.of(-1000, 1000, 1), Discrete.of(2));
  }

  public static EnvironmentSpec.Builder described(Space observation, Space action) {
    return EnvironmentSpec.of("Scripted-v0").observation(observation).action(action);
  }

  /** Shows the step's number, pays a reward in each step, ends by itself after some steps; 0 = never. */
  public static Scripted counting(int length, int maxSteps, double reward) {
    return new Scripted(
        described().maxSteps(maxSteps).build(),
        (law, action, frame) -> {
          frame.reward(reward);
          return law.steps == length ? EndReason.GOAL_LOST : EndReason.NONE;
        });
  }

  /** Two choices, and an observation that is infinite after so many steps. */
  public static Scripted infiniteAfter(int steps) {
    Box anything = Box.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    return new Scripted(
        described(anything, Discrete.of(2)).build(),
        (law, action, frame) -> {
          if (law.steps == steps) {
            frame.observe(0, Double.POSITIVE_INFINITY);
          }
          return EndReason.NONE;
        });
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    steps = 0;
    episodes++;
    for (int i = 0; i < frame.observationSize(); i++) {
      frame.observe(i, 0);
    }
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frame.observe(0, ++steps);
    return rule.step(this, action, frame);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(steps);
    out.writeInt(episodes);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readInt();
    episodes = in.readInt();
  }
}
