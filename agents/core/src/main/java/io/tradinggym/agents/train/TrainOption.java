package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.Option;
import java.util.function.Supplier;

/**
 * Something that {@link Algorithm#train} is told; made by {@link Training}'s factories. Options are values: a list of
 * them may be given to any number of trainings.
 */
public sealed interface TrainOption {
  /**
   * How many environment steps to train for, over all lanes.
   *
   * @param count environment steps, &gt;= 1
   */
  record Steps(long count) implements TrainOption {
    /** Checks the count. */
    public Steps {
      if (count < 1) {
        throw new IllegalArgumentException("steps must be >= 1, was " + count);
      }
    }
  }

  /**
   * The seed of everything random.
   *
   * @param value any number
   */
  record Seed(long value) implements TrainOption {}

  /**
   * How many threads may help.
   *
   * @param count threads, &gt;= 1
   */
  record Threads(int count) implements TrainOption {
    /** Checks the count. */
    public Threads {
      if (count < 1) {
        throw new IllegalArgumentException("threads must be >= 1, was " + count);
      }
    }
  }

  /**
   * Evaluations on the training's environments with one option changed.
   *
   * @param <T> its type
   * @param option of the environment, which the evaluations change
   * @param value what it is there
   */
  record Elsewhere<T>(Option<T> option, T value) implements TrainOption {}

  /**
   * A policy to begin with.
   *
   * @param older a policy that was trained before
   */
  record From(Policy older) implements TrainOption {}

  /**
   * How many evaluations in a row may bring nothing better.
   *
   * @param evaluations evaluations in a row without a better policy, &gt;= 1
   */
  record Patience(int evaluations) implements TrainOption {
    /** Checks the number. */
    public Patience {
      if (evaluations < 1) {
        throw new IllegalArgumentException("patience must be >= 1, was " + evaluations);
      }
    }
  }

  /**
   * Somebody who is called back: made anew for each training.
   *
   * @param maker makes one for each training
   */
  record Listener(Supplier<? extends Callback> maker) implements TrainOption {}
}
