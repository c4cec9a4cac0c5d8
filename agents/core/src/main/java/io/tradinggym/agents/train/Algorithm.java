package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/** A learning algorithm with its settings: immutable, and able to start any number of runs. */
public interface Algorithm {
  /** Name for files and reports, such as {@code ppo}. */
  String name();

  /**
   * Every setting, those that were not given with their defaults: what a checkpoint is bound to. Of an algorithm that
   * tells none, a checkpoint is bound to its text ({@code toString}), as records have it.
   */
  default Options options() {
    return Options.NONE;
  }

  /**
   * Returns if the algorithm can act in an environment: what {@link #start} would refuse is refused before anything is
   * made.
   *
   * @throws IllegalArgumentException naming the space that is needed and the one that is there
   */
  void requireFits(EnvironmentSpec spec);

  /**
   * Starts a run.
   *
   * @param envs is reset with the seed
   * @param threads that may help; they never change the result
   * @throws IllegalArgumentException if the algorithm cannot act in the environment's spaces
   */
  Learner start(VectorEnvironment envs, long seed, int threads);

  /**
   * Trains from start to end.
   *
   * <pre>{@code
   * Policy policy = Ppo.defaults().train(envs, Training.steps(100_000), Training.seed(7), Training.progress());
   * }</pre>
   */
  default Policy train(VectorEnvironment envs, TrainOption... options) {
    return Training.run(this, envs, options);
  }
}
