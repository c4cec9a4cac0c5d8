package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/** A learning algorithm with its settings: immutable, and able to start any number of runs. */
public interface Algorithm {
  /** {@return the name for files and reports, such as {@code ppo}} */
  String name();

  /**
   * {@return every setting, those that were not given with their defaults: what a checkpoint is bound to} Of an
   * algorithm that tells none, a checkpoint is bound to its text ({@code toString}), as records have it.
   */
  default Options options() {
    return Options.NONE;
  }

  /**
   * Returns if the algorithm can act in an environment: what {@link #start} would refuse is refused before anything is
   * made.
   *
   * @param spec of the environment: id, spaces, whether it masks
   * @throws IllegalArgumentException naming the space that is needed and the one that is there
   */
  void requireFits(EnvironmentSpec spec);

  /**
   * Starts a run.
   *
   * @param envs is reset with the seed
   * @param seed any number; the same seed gives the same bits
   * @param threads that may help; they never change the result
   * @return the learner, before its first iteration
   * @throws IllegalArgumentException if the algorithm cannot act in the environment's spaces
   */
  Learner start(VectorEnvironment envs, long seed, int threads);

  /**
   * Trains from start to end.
   *
   * <pre>{@code
   * Policy policy = Ppo.defaults().train(envs, Training.steps(100_000), Training.seed(7), Training.progress());
   * }</pre>
   *
   * @param envs that it learns in, with autoreset
   * @param options steps, seed and what else is asked of the training, see {@link Training}
   * @return the policy: the best one found by an evaluation, if there is one, else the last
   */
  default Policy train(VectorEnvironment envs, TrainOption... options) {
    return Training.run(this, envs, options);
  }
}
