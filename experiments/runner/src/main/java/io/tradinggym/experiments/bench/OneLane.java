package io.tradinggym.experiments.bench;

import io.tradinggym.api.Environment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Discrete;

/** One environment stepped by hand, as in the library's first example; an episode that ends is followed by the next. */
final class OneLane implements Workload {
  /** Long enough that no branch predictor learns the actions by heart. */
  private static final int CHOICES = 1 << 13;

  private static final int ELEMENTS = 1 << 8;

  private final Environment env;
  private final int[] choices;
  private final float[][] elements;
  private int at;

  OneLane(Environment env) {
    this.env = env;
    RandomStream random = RandomStreams.of(1).stream("actions");
    boolean discrete = env.actionSpace() instanceof Discrete;
    choices = new int[discrete ? CHOICES : 0];
    elements = new float[discrete ? 0 : ELEMENTS][];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = (int) env.actionSpace().sample(random)[0];
    }
    for (int i = 0; i < elements.length; i++) {
      elements[i] = env.actionSpace().sample(random);
    }
    env.reset(1);
  }

  @Override
  public void run(long steps) {
    if (choices.length > 0) {
      choose(steps);
    } else {
      act(steps);
    }
  }

  private void choose(long steps) {
    for (long i = 0; i < steps; i++) {
      if (env.ended()) {
        env.reset();
      }
      env.step(choices[at++ & (CHOICES - 1)]);
    }
  }

  private void act(long steps) {
    for (long i = 0; i < steps; i++) {
      if (env.ended()) {
        env.reset();
      }
      env.step(elements[at++ & (ELEMENTS - 1)]);
    }
  }

  @Override
  public void close() {
    env.close();
  }
}
