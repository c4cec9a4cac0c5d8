package io.tradinggym.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Settings of an environment to be made, with one lane, one thread and {@link AutoReset#NEXT_STEP} unless said
 * otherwise.
 *
 * <pre>{@code
 * VectorEnvironment envs =
 *     Gym.vector("Pendulum-v1").lanes(256).threads(2).wrap(RescaleAction.to(-1,
 * 1)).wrap(NormalizeReward.by(0.99)).make(); }</pre>
 */
public final class VectorBuilder {
  private final Function<Options, Supplier<EnvironmentLogic>> source;
  private final List<LaneWrapper> laneWrappers = new ArrayList<>();
  private final List<VectorWrapper> vectorWrappers = new ArrayList<>();
  private Options options = Options.NONE;
  private int lanes = 1;
  private int threads = 1;
  private AutoReset autoReset = AutoReset.NEXT_STEP;
  private boolean checked = true;

  VectorBuilder(Function<Options, Supplier<EnvironmentLogic>> source) {
    this.source = source;
  }

  /**
   * Number of lanes; 1 unless said otherwise.
   *
   * @param count number of lanes, &gt;= 1
   * @return this builder
   */
  public VectorBuilder lanes(int count) {
    lanes = count;
    return this;
  }

  /**
   * Number of threads that step the lanes; 1 unless said otherwise; the results do not depend on it.
   *
   * @param count number of threads, &gt;= 1, the caller's included
   * @return this builder
   */
  public VectorBuilder threads(int count) {
    threads = count;
    return this;
  }

  /**
   * What happens to lanes that end.
   *
   * @param mode when ended lanes begin anew
   * @return this builder
   */
  public VectorBuilder autoReset(AutoReset mode) {
    autoReset = mode;
    return this;
  }

  /**
   * Sets one option.
   *
   * @param <T> type of the value
   * @param option that the environment knows
   * @param value of the option's type, kept by its rule
   * @return this builder
   * @throws IllegalArgumentException naming option, rule and value
   */
  public <T> VectorBuilder option(Option<T> option, T value) {
    options = options.set(option, value);
    return this;
  }

  /**
   * Sets all options.
   *
   * @param values instead of all that were set before
   * @return this builder
   */
  public VectorBuilder options(Options values) {
    options = values;
    return this;
  }

  /**
   * Without the checks of the first steps, which {@link io.tradinggym.api.wrapper.PassiveChecker} describes.
   *
   * @return this builder
   */
  public VectorBuilder unchecked() {
    checked = false;
    return this;
  }

  /**
   * Puts a wrapper around what has been set up so far.
   *
   * @param wrapper goes around what has been set up so far
   * @return this builder
   * @throws IllegalStateException if a lane wrapper comes after one that spans all lanes
   */
  public VectorBuilder wrap(Wrapper wrapper) {
    switch (wrapper) {
      case LaneWrapper lane -> {
        if (!vectorWrappers.isEmpty()) {
          throw new IllegalStateException(
              "wrappers of single lanes go inside those that span all lanes: call wrap for them"
                  + " first");
        }
        laneWrappers.add(lane);
      }
      case VectorWrapper all -> vectorWrappers.add(all);
    }
    return this;
  }

  /**
   * The vector environment.
   *
   * @return lanes made, not yet reset
   */
  public VectorEnvironment make() {
    return build(lanes, threads, autoReset);
  }

  /** {@return one environment, stepped by hand; lanes, threads and autoreset do not matter} */
  public Environment single() {
    return new Environment(build(1, 1, AutoReset.DISABLED));
  }

  private VectorEnvironment build(int laneCount, int threadCount, AutoReset mode) {
    Supplier<EnvironmentLogic> maker = source.apply(options);
    List<LaneWrapper> around = List.copyOf(laneWrappers);
    Supplier<EnvironmentLogic> wrapped =
        () -> {
          EnvironmentLogic logic = maker.get();
          try {
            for (LaneWrapper wrapper : around) {
              logic = wrapper.wrap(logic);
            }
          } catch (RuntimeException | Error e) {
            Closing.after(e, logic);
            throw e;
          }
          return logic;
        };
    VectorEnvironment result = new Lanes(wrapped, laneCount, threadCount, mode, options, checked);
    try {
      for (VectorWrapper wrapper : vectorWrappers) {
        result = wrapper.wrap(result);
      }
    } catch (RuntimeException | Error e) {
      Closing.after(e, result);
      throw e;
    }
    return result;
  }
}
