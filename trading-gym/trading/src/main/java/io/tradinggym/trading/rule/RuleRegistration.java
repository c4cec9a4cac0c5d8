package io.tradinggym.trading.rule;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;
import java.util.function.Function;

/**
 * How a rule is made by name.
 *
 * @param name in lower case with dashes, such as {@code moving-average-cross}
 * @param description one sentence
 * @param options its parameters
 * @param maker makes the rule, of the options with some of them set
 */
public record RuleRegistration(
    String name, String description, List<Option<?>> options, Function<Options, Rule> maker) {
  /** Copies the options. */
  public RuleRegistration {
    options = List.copyOf(options);
  }
}
