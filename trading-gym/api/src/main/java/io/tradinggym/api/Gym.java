package io.tradinggym.api;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes environments by id. */
public final class Gym {
  private Gym() {}

  /** One environment of this id, as registered. */
  public static Environment make(String id) {
    return make(id, options -> options);
  }

  /** One environment of this id with options. */
  public static Environment make(String id, UnaryOperator<Options> options) {
    return of(Registry.global().maker(id, options.apply(Options.NONE)));
  }

  /** Many lanes of this id on one thread, with autoreset {@link AutoReset#NEXT_STEP}. */
  public static VectorEnvironment vector(String id, int lanes) {
    return vector(id, lanes, options -> options);
  }

  /** Many lanes of this id with options, on one thread, with autoreset {@link AutoReset#NEXT_STEP}. */
  public static VectorEnvironment vector(String id, int lanes, UnaryOperator<Options> options) {
    return vector(Registry.global().maker(id, options.apply(Options.NONE)), lanes, 1, AutoReset.NEXT_STEP);
  }

  /** One environment around a logic of one's own. */
  public static Environment of(Supplier<EnvironmentLogic> maker) {
    return new Environment(new Lanes(maker, 1, 1, AutoReset.DISABLED));
  }

  /** Many lanes around a logic of one's own. */
  public static VectorEnvironment vector(
      Supplier<EnvironmentLogic> maker, int lanes, int threads, AutoReset autoReset) {
    return new Lanes(maker, lanes, threads, autoReset);
  }
}
