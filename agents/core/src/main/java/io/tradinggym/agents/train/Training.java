package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.log.MetricLog;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The training loop, and the options it takes. */
public final class Training {
  private static final long DEFAULT_SEED = 0;
  private static final int CHECKPOINTS = 10;
  private static final int EVALUATIONS = 10;
  private static final int EPISODES = 10;

  private Training() {}

  /**
   * {@return the option to train for so many environment steps, over all lanes}
   *
   * @param count environment steps over all lanes, &gt;= 1
   */
  public static TrainOption steps(long count) {
    return new TrainOption.Steps(count);
  }

  /**
   * {@return the option that seeds everything random; 0 by default}
   *
   * @param value any number
   */
  public static TrainOption seed(long value) {
    return new TrainOption.Seed(value);
  }

  /**
   * {@return the option of how many threads may help; 1 by default} They never change the result.
   *
   * @param count threads, &gt;= 1
   */
  public static TrainOption threads(int count) {
    return new TrainOption.Threads(count);
  }

  /**
   * {@return the option to call back after every iteration} The object is the same for every training that is
   * given this option; if it keeps something, see {@link #callback(Supplier)}.
   *
   * @param callback called after every iteration
   */
  public static TrainOption callback(Callback callback) {
    return new TrainOption.Listener(() -> callback);
  }

  /**
   * {@return the option to call back after every iteration an object of its own for each training that is given
   * this option}
   *
   * @param maker makes the object of one training
   */
  public static TrainOption callback(Supplier<? extends Callback> maker) {
    return new TrainOption.Listener(maker);
  }

  /** {@return the option of a progress line on standard error} */
  public static TrainOption progress() {
    return callback(() -> new Progress(System.err));
  }

  /**
   * {@return the option of checkpoints in a folder, from which an interrupted run goes on by itself}
   *
   * @param folder made if it is missing
   */
  public static TrainOption checkpoints(Path folder) {
    return callback(() -> new Checkpoints(folder, CHECKPOINTS));
  }

  /**
   * {@return the option to write CSV, JSON lines and TensorBoard events of every iteration into a folder}
   *
   * @param folder made if it is missing
   */
  public static TrainOption logs(Path folder) {
    return callback(() -> MetricLog.in(folder, InstantSource.system()));
  }

  /**
   * Begins with an older policy of the same kind, shape and spaces, and its normalisation, instead of a random one: a
   * warm start.
   *
   * @param older a policy that was trained before
   * @return the option
   */
  public static TrainOption from(Policy older) {
    return new TrainOption.From(older);
  }

  /**
   * {@return the option to stop once so many evaluations in a row brought no better policy; needs {@link
   * #evaluateOn}}
   *
   * @param evaluations evaluations in a row, &gt;= 1
   */
  public static TrainOption patience(int evaluations) {
    return new TrainOption.Patience(evaluations);
  }

  /**
   * {@return the option that lets another thread pause, resume and stop one training; another training needs a
   * control of its own}
   *
   * @param control what the other thread holds
   */
  public static TrainOption controlledBy(TrainingControl control) {
    return callback(control);
  }

  /**
   * {@return the option to stop once the mean return of the last hundred episodes reaches a threshold}
   *
   * @param meanReturn threshold, in undiscounted rewards of the environment
   */
  public static TrainOption stopAt(double meanReturn) {
    return callback(new StopAtReturn(meanReturn));
  }

  /**
   * {@return the option to evaluate the policy on environments of its own, ten times on the way over ten
   * episodes; the training then ends with the policy that did best there, not with the last one}
   *
   * @param envs makes the environments of one evaluation, which closes them
   */
  public static TrainOption evaluateOn(Supplier<VectorEnvironment> envs) {
    return callback(() -> new PeriodicEvaluation(envs, EVALUATIONS, EPISODES));
  }

  /**
   * {@return the same on environments like the training's with one option changed, such as the market: {@code
   * evaluateOn(MARKET, split.validation())}} They are built again from their spec, so they must be registered.
   *
   * @param <T> its type
   * @param option of the environments, which the evaluations change
   * @param value what it is there
   */
  public static <T> TrainOption evaluateOn(Option<T> option, T value) {
    return new TrainOption.Elsewhere<>(option, value);
  }

  static Policy run(Algorithm algorithm, VectorEnvironment envs, TrainOption... options) {
    long steps = 0;
    long seed = DEFAULT_SEED;
    int threads = 1;
    int patience = 0;
    @Nullable Policy older = null;
    List<Callback> callbacks = new ArrayList<>();
    for (TrainOption option : options) {
      switch (option) {
        case TrainOption.Steps given -> steps = given.count();
        case TrainOption.Seed given -> seed = given.value();
        case TrainOption.Threads given -> threads = given.count();
        case TrainOption.Elsewhere<?> given -> callbacks.add(evaluation(envs.spec(), given));
        case TrainOption.From given -> older = given.older();
        case TrainOption.Patience given -> patience = given.evaluations();
        case TrainOption.Listener given -> callbacks.add(given.maker().get());
      }
    }
    PeriodicEvaluation evaluation = evaluation(callbacks);
    if (patience > 0) {
      if (evaluation == null) {
        throw new IllegalArgumentException(
            "patience counts evaluations: give Training.evaluateOn(..) with it");
      }
      callbacks.add(new StopWithoutImprovement(evaluation, patience));
    }
    if (steps == 0) {
      throw new IllegalArgumentException("how long to train is missing: give Training.steps(n)");
    }
    try (Learner learner = algorithm.start(envs, seed, threads)) {
      if (older != null) {
        learner.adopt(older);
      }
      run(new TrainingRun(algorithm, learner, steps, seed, envs), callbacks);
      Policy best = evaluation == null ? null : evaluation.best();
      return best != null ? best : learner.policy();
    }
  }

  private static <T> PeriodicEvaluation evaluation(
      EnvironmentSpec trained, TrainOption.Elsewhere<T> elsewhere) {
    Options options = trained.options().set(elsewhere.option(), elsewhere.value());
    EnvironmentSpec spec = trained.toBuilder().options(options).build();
    return new PeriodicEvaluation(
        () -> Gym.vector(spec).lanes(EPISODES).make(), EVALUATIONS, EPISODES);
  }

  private static @Nullable PeriodicEvaluation evaluation(List<Callback> callbacks) {
    PeriodicEvaluation evaluation = null;
    for (Callback callback : callbacks) {
      if (callback instanceof PeriodicEvaluation given) {
        if (evaluation != null) {
          throw new IllegalArgumentException(
              "evaluateOn may be given once: its best policy is what training returns");
        }
        evaluation = given;
      }
    }
    return evaluation;
  }

  /**
   * Advances a run to its end, calling back; for those who start learners themselves.
   *
   * @param run to advance until its {@code totalSteps}
   * @param callbacks in the order in which they are called. {@link Checkpoints} start first, so that the others find
   *     the learner where it goes on, and save last, so that what the others know is saved with it; evaluations come
   *     before those who watch them
   */
  public static void run(TrainingRun run, List<Callback> callbacks) {
    List<Callback> saving = new ArrayList<>(callbacks);
    saving.removeIf(callback -> !(callback instanceof Checkpoints));
    List<Callback> others = new ArrayList<>(callbacks);
    others.removeAll(saving);
    others.sort(Comparator.comparing(callback -> !(callback instanceof PeriodicEvaluation)));
    PeriodicEvaluation evaluation = evaluation(others);
    for (Callback other : others) {
      if (other instanceof MetricLog log && evaluation != null) {
        log.with(evaluation);
      }
    }
    for (Callback callback : saving) {
      keep((Checkpoints) callback, others);
    }
    List<Callback> order = new ArrayList<>(others);
    order.addAll(saving);
    try {
      saving.forEach(callback -> callback.started(run));
      others.forEach(callback -> callback.started(run));
      boolean goOn = true;
      while (goOn && run.learner().steps() < run.totalSteps()) {
        run.learner().advance(run.progress());
        for (Callback callback : order) {
          goOn &= callback.iterated(run);
        }
      }
      order.forEach(callback -> callback.completed(run));
    } finally {
      order.forEach(callback -> callback.ended(run));
    }
  }

  private static void keep(Checkpoints checkpoints, List<Callback> others) {
    for (Callback other : others) {
      if (other instanceof PeriodicEvaluation evaluation) {
        evaluation.keepIn(checkpoints.folder());
      }
    }
    checkpoints.keep(others);
  }
}
