package io.tradinggym.examples.lessons.twin;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.train.Callback;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Lesson 9: soft actor-critic trades the spread of lesson 5 at one temperature. */
public final class SoftTrader {
  private static final double LAST = 0.7;

  private SoftTrader() {}

  /**
   * What the policy does in the last third of its training, drawn from its own distribution.
   *
   * @param earned mean ticks an episode of 100 steps
   * @param turnover mean units traded a step
   * @param entropy of its choices, nats; ln 3 at most
   */
  public record Result(double earned, double turnover, double entropy) {}

  /**
   * Trains.
   *
   * @param temperature what a nat of entropy is worth, ticks, &gt; 0
   * @param steps of the environment
   */
  public static Result play(double temperature, int steps, long seed) {
    DiscreteSac sac =
        DiscreteSac.settings()
            .temperature(temperature)
            .learnTemperature(false)
            .learningRate(1e-3)
            .batch(64)
            .gamma(0.9)
            .learningStarts(200)
            .tau(0.02)
            .gradientSteps(4)
            .network(new Mlp(List.of(32, 32), Activation.RELU))
            .buildDiscrete();
    LongAdder traded = new LongAdder();
    Watch watch = new Watch(traded);
    try (VectorEnvironment envs =
        Gym.vector(() -> new SpreadTrading(false, traded)).lanes(8).make()) {
      sac.train(envs, Training.steps(steps), Training.seed(seed), Training.callback(watch));
    }
    return watch.result();
  }

  private static final class Watch implements Callback {
    private final LongAdder traded;
    private long fromSteps;
    private long fromTraded;
    private long steps;
    private double earned;
    private double entropy;

    private Watch(LongAdder traded) {
      this.traded = traded;
    }

    @Override
    public boolean iterated(TrainingRun run) {
      steps = run.learner().steps();
      if (run.progress() < LAST) {
        fromSteps = steps;
        fromTraded = traded.sum();
      }
      earned = run.learner().episodes().meanReturn();
      entropy = run.learner().metrics().getOrDefault("policy/entropy", Double.NaN);
      return true;
    }

    private Result result() {
      return new Result(
          earned, (double) (traded.sum() - fromTraded) / (steps - fromSteps), entropy);
    }
  }
}
