package io.tradinggym.examples.firstagent;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;

/** Steps an environment by hand, with actions drawn by chance. */
public final class ByHand {
  private ByHand() {}

  /** Runs one episode. */
  public static void main(String[] args) {
    try (Environment env = Gym.make("CartPole-v1")) {
      RandomStream random = RandomStreams.of(42).stream("actions");
      env.reset(42);
      double total = 0;
      while (!env.ended()) {
        total += env.step(env.actionSpace().sample(random)).reward();
      }
      System.out.println(total + " " + env.endReason());
    }
  }
}
