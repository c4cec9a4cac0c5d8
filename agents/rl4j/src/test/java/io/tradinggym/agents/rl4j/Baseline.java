package io.tradinggym.agents.rl4j;

import io.tradinggym.agents.train.Episodes;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import org.deeplearning4j.rl4j.learning.configuration.A3CLearningConfiguration;
import org.deeplearning4j.rl4j.learning.configuration.QLearningConfiguration;
import org.deeplearning4j.rl4j.network.configuration.ActorCriticDenseNetworkConfiguration;
import org.deeplearning4j.rl4j.network.configuration.DQNDenseNetworkConfiguration;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Prints what RL4J reaches on CartPole-v1 and how fast, with networks like those of our learners; run it as a main
 * class with algorithm ({@code dqn} or {@code a3c}), steps and number of seeds.
 */
final class Baseline {
  private static final int EPISODES = 20;

  private Baseline() {}

  public static void main(String[] args) {
    String algorithm = args[0];
    int steps = Integer.parseInt(args[1]);
    LongFunction<Rl4jRun> runs =
        algorithm.equals("a3c") ? seed -> a3c(steps, seed) : seed -> dqn(steps, seed);
    System.out.println("algorithm, seed, steps, steps per CPU second, last 20 returns, evaluated");
    for (long seed = 1; seed <= Integer.parseInt(args[2]); seed++) {
      double before = cpuSeconds();
      Rl4jRun run = runs.apply(seed);
      double seconds = cpuSeconds() - before;
      double[] returns = run.returns();
      double last =
          Arrays.stream(returns).skip(Math.max(0, returns.length - EPISODES)).average().orElse(0);
      try (VectorEnvironment fresh = Gym.vector("CartPole-v1", 4)) {
        System.out.printf(
            Locale.ROOT,
            "%s, %d, %d, %.0f, %.1f, %.1f%n",
            algorithm,
            seed,
            run.steps(),
            run.steps() / seconds,
            last,
            Episodes.meanReturn(run.policy(), fresh, EPISODES, 1_000 + seed));
      }
    }
  }

  private static Environment cartPole() {
    return Gym.make("CartPole-v1");
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private static Rl4jRun dqn(int steps, long seed) {
    QLearningConfiguration learning =
        QLearningConfiguration.builder()
            .seed(seed)
            .maxEpochStep(500)
            .maxStep(steps)
            .expRepMaxSize(50_000)
            .batchSize(64)
            .targetDqnUpdateFreq(500)
            .updateStart(100)
            .gamma(0.99)
            .errorClamp(1.0)
            .minEpsilon(0.05)
            .epsilonNbStep(3_000)
            .doubleDQN(true)
            .build();
    DQNDenseNetworkConfiguration network =
        DQNDenseNetworkConfiguration.builder()
            .updater(new Adam(1e-3))
            .numHiddenNodes(64)
            .numLayers(2)
            .build();
    return Rl4j.dqn(Baseline::cartPole, learning, network);
  }

  private static Rl4jRun a3c(int steps, long seed) {
    A3CLearningConfiguration learning =
        A3CLearningConfiguration.builder()
            .seed(seed)
            .maxEpochStep(500)
            .maxStep(steps)
            .numThreads(1)
            .nStep(20)
            .rewardFactor(0.01)
            .gamma(0.99)
            .build();
    ActorCriticDenseNetworkConfiguration network =
        ActorCriticDenseNetworkConfiguration.builder()
            .updater(new Adam(1e-3))
            .numHiddenNodes(64)
            .numLayers(2)
            .build();
    return Rl4j.a3c(Baseline::cartPole, learning, network);
  }
}
