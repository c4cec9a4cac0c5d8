package io.tradinggym.agents.train;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How an algorithm is made by name.
 *
 * @param name in lower case, such as {@code ppo}
 * @param description one sentence
 * @param options every setting that it understands
 * @param maker of the algorithm with some of them set
 */
public record AlgorithmRegistration(
    String name, String description, List<Option<?>> options, Function<Options, Algorithm> maker) {
  /** Copies the options. */
  public AlgorithmRegistration {
    options = List.copyOf(options);
  }

  /**
   * {@return an algorithm that a builder builds}
   *
   * @param <B> the builder's own type
   * @param name in lower case, such as {@code ppo}
   * @param description one sentence
   * @param builder makes builders, at their defaults
   * @param build such as {@code PpoSettings.Builder::build}
   */
  public static <B extends SettingsBuilder<B>> AlgorithmRegistration of(
      String name, String description, Supplier<B> builder, Function<B, Algorithm> build) {
    return new AlgorithmRegistration(
        name,
        description,
        builder.get().known(),
        options -> build.apply(builder.get().set(options)));
  }
}
