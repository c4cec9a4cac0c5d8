package io.tradinggym.api;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes environments.
 *
 * <pre>{@code
 * Environment env = Gym.make("CartPole-v1");
 * VectorEnvironment envs = Gym.vector("CartPole-v1", 256);
 * VectorEnvironment more = Gym.vector("CartPole-v1").lanes(256).threads(2).autoReset(AutoReset.SAME_STEP).make();
 * }</pre>
 *
 * <p>Environments made here have their first steps checked by {@link io.tradinggym.api.wrapper.PassiveChecker}; the
 * engine itself keeps order (reset before step) and applies the step limit.
 */
public final class Gym {
  private Gym() {}

  /**
   * {@return one environment of this id, as registered}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   */
  public static Environment make(String id) {
    return vector(id).single();
  }

  /**
   * {@return one environment of this id with options}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @param options is given {@link Options#NONE}, and sets what differs from the defaults
   */
  public static Environment make(String id, UnaryOperator<Options> options) {
    return vector(id).options(options.apply(Options.NONE)).single();
  }

  /**
   * {@return one environment built again from its spec: the id's law with the same options and wrappers}
   *
   * @param spec of an environment that was made by id
   * @throws IllegalArgumentException if the id or a wrapper is not registered, or a wrapper holds code
   */
  public static Environment make(EnvironmentSpec spec) {
    return vector(spec).single();
  }

  /**
   * Many lanes of this id on one thread, with autoreset {@link AutoReset#NEXT_STEP}.
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @param lanes number of lanes, &gt;= 1
   * @return the environment, not yet reset
   */
  public static VectorEnvironment vector(String id, int lanes) {
    return vector(id).lanes(lanes).make();
  }

  /**
   * Many lanes of this id with options, on one thread, with autoreset {@link AutoReset#NEXT_STEP}.
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @param lanes number of lanes, &gt;= 1
   * @param options is given {@link Options#NONE}, and sets what differs from the defaults
   * @return the environment, not yet reset
   */
  public static VectorEnvironment vector(String id, int lanes, UnaryOperator<Options> options) {
    return vector(id).lanes(lanes).options(options.apply(Options.NONE)).make();
  }

  /**
   * Starts an environment of this id whose settings follow.
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @return its builder
   */
  public static VectorBuilder vector(String id) {
    return new VectorBuilder(options -> Registry.global().maker(id, options));
  }

  /**
   * Starts an environment around a logic of one's own whose settings follow; it takes no options.
   *
   * @param maker makes a new law each time it is called, one for each lane
   * @return its builder
   */
  public static VectorBuilder vector(Supplier<EnvironmentLogic> maker) {
    return new VectorBuilder(
        options -> {
          options.requireKnown("an environment made from code", List.of());
          return maker;
        });
  }

  /**
   * Starts an environment whose lanes come from a maker that was prepared under options ({@link Registry#maker}), so
   * that several environments share what was prepared; their specs name the options.
   *
   * @param prepared makes the lanes
   * @param options under which it was prepared
   * @return its builder, with these options
   */
  public static VectorBuilder vector(Supplier<EnvironmentLogic> prepared, Options options) {
    return new VectorBuilder(ignored -> prepared).options(options);
  }

  /**
   * Starts an environment built again from its spec; lanes, threads and autoreset may be set.
   *
   * @param spec of an environment that was made by id
   * @return its builder, with the spec's options and wrappers
   * @throws IllegalArgumentException if the id or a wrapper is not registered, or a wrapper holds code
   */
  public static VectorBuilder vector(EnvironmentSpec spec) {
    Registry registry = Registry.global();
    Supplier<EnvironmentLogic> maker = registry.maker(spec.id(), spec.options());
    VectorBuilder builder = new VectorBuilder(options -> maker).options(spec.options());
    try (EnvironmentLogic bare = maker.get()) {
      int own = bare.spec().wrappers().size();
      if (spec.wrappers().size() < own
          || !spec.wrappers().subList(0, own).equals(bare.spec().wrappers())) {
        throw new IllegalArgumentException(
            spec.id()
                + " comes with wrappers "
                + bare.spec().wrappers()
                + ", the spec has "
                + spec.wrappers());
      }
      spec.wrappers()
          .subList(own, spec.wrappers().size())
          .forEach(w -> builder.wrap(registry.wrapper(w)));
    }
    return builder;
  }

  /**
   * {@return one environment around a logic of one's own}
   *
   * @param maker makes the law of the one lane
   */
  public static Environment of(Supplier<EnvironmentLogic> maker) {
    return vector(maker).single();
  }

  /**
   * Many lanes around a logic of one's own.
   *
   * @param maker makes a new law each time it is called, one for each lane
   * @param lanes number of lanes, &gt;= 1
   * @param threads number of threads, &gt;= 1, the caller included
   * @param autoReset what happens to lanes that end
   * @return the environment, not yet reset
   */
  public static VectorEnvironment vector(
      Supplier<EnvironmentLogic> maker, int lanes, int threads, AutoReset autoReset) {
    return vector(maker).lanes(lanes).threads(threads).autoReset(autoReset).make();
  }
}
