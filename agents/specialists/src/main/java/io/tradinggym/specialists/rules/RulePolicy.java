package io.tradinggym.specialists.rules;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A policy that is code: one Discrete choice from an observation and the number of the step in its episode. It is
 * immutable and shared; an {@link Actor} counts the steps of its rows.
 */
public abstract class RulePolicy implements Policy {
  private final Space observations;
  private final Space actions;

  /**
   * A rule for an environment.
   *
   * @param spec of the environment that the rule is for
   * @throws IllegalArgumentException if its actions are not Discrete
   */
  protected RulePolicy(EnvironmentSpec spec) {
    if (!(spec.action() instanceof Discrete)) {
      throw new IllegalArgumentException(
          "a rule chooses one of several actions; those of "
              + spec.id()
              + " are "
              + spec.action().toJson());
    }
    observations = spec.observation();
    actions = spec.action();
  }

  /**
   * {@return the rule's choice, an action from 0}
   *
   * @param observations holds the observation from {@code from} on
   * @param from index of the observation's first number
   * @param step of the episode, from 0
   */
  protected abstract int choose(float[] observations, int from, int step);

  @Override
  public final Space observationSpace() {
    return observations;
  }

  @Override
  public final Space actionSpace() {
    return actions;
  }

  @Override
  public final int act(float[] observation) {
    return choose(observation, 0, 0);
  }

  @Override
  public final void act(float[] observation, float[] action) {
    action[0] = act(observation);
  }

  @Override
  public final int act(float[] observation, boolean[] mask) {
    int choice = act(observation);
    if (mask.length > choice && !mask[choice]) {
      throw new IllegalArgumentException(
          "the rule chooses action " + choice + ", which the mask forbids; it knows no masks");
    }
    return choice;
  }

  @Override
  public final void act(float[] observation, boolean[] mask, float[] action) {
    action[0] = act(observation, mask);
  }

  /** Refused: a rule is code, not parameters. */
  @Override
  public final void save(Path file) {
    throw new UnsupportedOperationException("a rule is code and has no file; asked for " + file);
  }

  @Override
  public final Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  private final class Rows implements Actor {
    private final int[] steps;
    private final int[] chosen;

    Rows(int maxRows) {
      steps = new int[maxRows];
      chosen = new int[maxRows];
    }

    @Override
    public void begin(boolean[] first) {
      for (int row = 0; row < Math.min(first.length, steps.length); row++) {
        steps[row] = first[row] ? 0 : steps[row];
      }
    }

    @Override
    public void act(float[] rows, boolean[] masks, int count, float[] out) {
      int size = observations.size();
      for (int row = 0; row < count; row++) {
        chosen[row] = choose(rows, row * size, steps[row]++);
        out[row] = chosen[row];
      }
    }

    @Override
    public void sample(float[] rows, boolean[] masks, int count, RandomStream random, float[] out) {
      act(rows, masks, count, out);
    }

    @Override
    public int memorySize() {
      return 1;
    }

    @Override
    public void saveMemory(float[] out) {
      for (int row = 0; row < steps.length; row++) {
        out[row] = steps[row];
      }
    }

    @Override
    public void restoreMemory(float[] memory) {
      for (int row = 0; row < steps.length; row++) {
        steps[row] = (int) memory[row];
      }
    }

    @Override
    public void probabilities(float[] out) {
      int choices = actions.maskSize();
      Arrays.fill(out, 0);
      for (int row = 0; row < steps.length && row * choices < out.length; row++) {
        out[row * choices + chosen[row]] = 1;
      }
    }

    @Override
    public void values(float[] rows, int count, float[] out) {
      Arrays.fill(out, 0, count, Float.NaN);
    }
  }
}
