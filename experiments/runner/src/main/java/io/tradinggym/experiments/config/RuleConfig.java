package io.tradinggym.experiments.config;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.trading.rule.Rule;
import io.tradinggym.trading.rule.RuleRegistration;
import io.tradinggym.trading.rule.Rules;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A trading rule by name, and its parameters by the names of its options: what plays in place of a trained agent.
 *
 * @param name of a rule on the class path, see {@link Rules}
 * @param settings every one, defaults included
 * @param rule with these settings
 */
public record RuleConfig(
    String name, @JsonAnyGetter Map<String, String> settings, @JsonIgnore Rule rule) {
  /** Copies the settings. */
  public RuleConfig {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  static RuleConfig read(Keys keys) {
    String name = keys.text("name", null);
    try {
      RuleRegistration registration = Rules.named(name);
      Options options = Options.NONE;
      for (Map.Entry<String, String> given :
          keys.rest(Set.of("name"), registration.options().stream().map(Option::name).toList())
              .entrySet()) {
        options = options.set(registration.options(), given.getKey(), given.getValue());
      }
      Rule rule = registration.maker().apply(options);
      return new RuleConfig(name, ResolvedOptions.texts(options, registration.options()), rule);
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
  }

  /** Name and parameters, as tables have it. */
  public String title() {
    return settings.isEmpty() ? name : name + " " + settings;
  }
}
