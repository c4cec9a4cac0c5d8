package io.tradinggym.experiments.config;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.AlgorithmRegistration;
import io.tradinggym.agents.train.Algorithms;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an agent learns: an algorithm by name, and its settings by the names of its options.
 *
 * @param name of an algorithm on the class path, see {@link Algorithms}
 * @param steps environment steps over all lanes, &gt;= 1
 * @param settings every one that text can hold, defaults included, so that another default tomorrow changes no run of
 *     today
 * @param algorithm with these settings
 */
public record AlgorithmConfig(
    String name,
    long steps,
    @JsonAnyGetter Map<String, String> settings,
    @JsonIgnore Algorithm algorithm) {
  private static final long DEFAULT_STEPS = 500_000;
  private static final long MOST_STEPS = 1_000_000_000_000L;

  /** Copies the settings. */
  public AlgorithmConfig {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Reads the keys that describe it. */
  public static AlgorithmConfig read(Keys keys) {
    String name = keys.text("name", "ppo");
    long steps = keys.whole("steps", DEFAULT_STEPS, 1, MOST_STEPS);
    AlgorithmRegistration registration;
    try {
      registration = Algorithms.named(name);
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
    Options options = Options.NONE;
    for (Map.Entry<String, String> given :
        keys.rest(
                Set.of("name", "steps"), registration.options().stream().map(Option::name).toList())
            .entrySet()) {
      try {
        options = options.set(registration.options(), given.getKey(), given.getValue());
      } catch (IllegalArgumentException e) {
        throw keys.bad(e);
      }
    }
    try {
      Algorithm algorithm = registration.maker().apply(options);
      Map<String, String> settings = ResolvedOptions.texts(options, registration.options());
      return new AlgorithmConfig(name, steps, settings, algorithm);
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
  }
}
