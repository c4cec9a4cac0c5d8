package io.tradinggym.examples.lessons.twin;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.ppo.PpoSettings;
import io.tradinggym.agents.train.Callback;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lesson 7: PPO learns to balance a pole with one of its parts changed, and what its update did is kept. */
public final class PoleStudy {
  private PoleStudy() {}

  /**
   * What a training showed.
   *
   * @param returns mean return of the episodes that ended lately, after each iteration; at most 500
   * @param divergences mean divergence of the new policy from the old one, in nats, after each iteration
   */
  public record Curve(double[] returns, double[] divergences) {
    /** The mean return at the end. */
    public double last() {
      return returns[returns.length - 1];
    }

    /** The mean divergence of all updates. */
    public double divergence() {
      return java.util.Arrays.stream(divergences).average().orElse(0);
    }
  }

  /**
   * Trains once.
   *
   * @param change what is different from settings that work
   * @param steps of the environment
   */
  public static Curve train(UnaryOperator<PpoSettings.Builder> change, int steps, long seed) {
    Ppo ppo =
        change
            .apply(
                Ppo.settings()
                    .rolloutSteps(32)
                    .epochs(20)
                    .gamma(0.98)
                    .lambda(0.8)
                    .learningRate(Schedule.linear(1e-3)))
            .build();
    List<Double> returns = new ArrayList<>();
    List<Double> divergences = new ArrayList<>();
    Callback keep =
        new Callback() {
          @Override
          public boolean iterated(TrainingRun run) {
            returns.add(run.learner().episodes().meanReturn());
            divergences.add(run.learner().metrics().getOrDefault("policy/approxKl", Double.NaN));
            return true;
          }
        };
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      ppo.train(envs, Training.steps(steps), Training.seed(seed), Training.callback(keep));
    }
    return new Curve(array(returns), array(divergences));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
