package io.tradinggym.api;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How an environment is made by id.
 *
 * @param id versioned name, {@code Name-vN}
 * @param description one sentence
 * @param options that an environment may be made with
 * @param prepare does once what all lanes share (reading data, computing features) and returns the maker of lanes
 */
public record Registration(
    String id,
    String description,
    List<Option<?>> options,
    Function<Options, Supplier<EnvironmentLogic>> prepare) {
  /** Copies the options. */
  public Registration {
    options = List.copyOf(options);
  }

  /**
   * {@return an environment without options}
   *
   * @param id the registered name, such as {@code CartPole-v1}
   * @param description one sentence for lists
   * @param maker makes a new law each time it is called, one for each lane
   */
  public static Registration of(String id, String description, Supplier<EnvironmentLogic> maker) {
    return new Registration(id, description, List.of(), options -> maker);
  }
}
