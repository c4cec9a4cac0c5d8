package io.tradinggym.agents.train;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.classic.CartPole;
import io.tradinggym.api.classic.Pendulum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A training with checkpoints and evaluations, in a JVM of its own that tests may kill: it says a line for each
 * iteration.
 */
final class KilledRun {
  static final int ITERATIONS = 60;

  private static final int LANES = 4;
  private static final int ROLLOUT = 32;
  private static final int SEED = 7;
  private static final Mlp SMALL = new Mlp(List.of(32), Activation.RELU);

  private KilledRun() {}

  /** Algorithm and folder. */
  public static void main(String[] args) throws IOException {
    train(args[0], Path.of(args[1]));
  }

  /** Leaves checkpoint, evaluations and the policy it ends with in the folder. */
  static void train(String name, Path folder) throws IOException {
    Callback speaks =
        new Callback() {
          @Override
          public boolean iterated(TrainingRun run) {
            System.out.println(run.learner().steps());
            return true;
          }
        };
    try (VectorEnvironment envs = environments(name)) {
      algorithm(name)
          .train(
              envs,
              Training.steps((long) ITERATIONS * ROLLOUT * LANES),
              Training.seed(SEED),
              Training.callback(speaks),
              Training.callback(new Checkpoints(folder, ITERATIONS / 2)),
              Training.evaluateOn(() -> environments(name)))
          .save(folder.resolve("final.policy"));
    }
  }

  private static VectorEnvironment environments(String name) {
    Supplier<EnvironmentLogic> maker = name.equals("sac") ? Pendulum::new : CartPole::new;
    return Gym.vector(maker).lanes(LANES).make();
  }

  /** With everything switched on that has a state. */
  private static Algorithm algorithm(String name) {
    return switch (name) {
      case "ppo" ->
          Ppo.settings()
              .rolloutSteps(ROLLOUT)
              .epochs(4)
              .normalizeObservations(true)
              .normalizeRewards(true)
              .build();
      case "dqn" ->
          Dqn.settings()
              .capacity(4_000)
              .learningStarts(200)
              .trainEvery(ROLLOUT)
              .gradientSteps(8)
              .batch(64)
              .nStep(3)
              .prioritization(Prioritization.DEFAULT)
              .network(SMALL)
              .build();
      case "sac" ->
          Sac.settings()
              .capacity(4_000)
              .learningStarts(200)
              .trainEvery(ROLLOUT)
              .gradientSteps(4)
              .batch(64)
              .network(SMALL)
              .build();
      default -> throw new IllegalArgumentException("ppo, dqn or sac, was " + name);
    };
  }
}
