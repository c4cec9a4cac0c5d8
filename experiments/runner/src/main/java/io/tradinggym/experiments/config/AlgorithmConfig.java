package io.tradinggym.experiments.config;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tradinggym.agents.train.Algorithm;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How an agent learns: an algorithm by name, and those of its settings that differ from its defaults, under the names
 * that its builder has, such as {@link io.tradinggym.agents.ppo.PpoSettings.Builder}.
 *
 * @param name one of {@link #NAMES}
 * @param steps environment steps over all lanes, &gt;= 1
 * @param settings that were given
 * @param algorithm with all its settings
 */
public record AlgorithmConfig(
    String name,
    long steps,
    @JsonAnyGetter Map<String, Object> settings,
    @JsonIgnore Algorithm algorithm) {
  private static final Map<String, Function<Keys, Algorithm>> READERS =
      new TreeMap<>(
          Map.of(
              "ppo", OnPolicyKeys::ppo,
              "a2c", OnPolicyKeys::a2c,
              "discrete-sac", OffPolicyKeys::discreteSac,
              "dqn", OffPolicyKeys::dqn,
              "sac", OffPolicyKeys::sac,
              "td3", OffPolicyKeys::td3));

  /** The algorithms there are. */
  public static final Set<String> NAMES = Collections.unmodifiableSet(READERS.keySet());

  private static final long DEFAULT_STEPS = 500_000;
  private static final long MOST_STEPS = 1_000_000_000_000L;

  /** Copies the settings. */
  public AlgorithmConfig {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  static AlgorithmConfig read(Keys keys) {
    String name = keys.text("name", "ppo");
    Function<Keys, Algorithm> reader = READERS.get(name);
    if (reader == null) {
      throw keys.bad("name", name, "one of: " + String.join(", ", NAMES));
    }
    long steps = keys.whole("steps", DEFAULT_STEPS, 1, MOST_STEPS);
    try {
      return new AlgorithmConfig(
          name, steps, keys.given(Set.of("name", "steps")), reader.apply(keys));
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
  }
}
