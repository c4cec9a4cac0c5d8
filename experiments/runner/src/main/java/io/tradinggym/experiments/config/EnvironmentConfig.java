package io.tradinggym.experiments.config;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where an agent learns.
 *
 * @param id registered name, {@code Name-vN}
 * @param lanes environments stepped together, 1 .. 65536
 * @param options of the environment, as texts
 * @param evaluation options that differ when the agent is judged, such as a whole test range instead of random starts
 */
public record EnvironmentConfig(
    String id, int lanes, Map<String, String> options, Map<String, String> evaluation) {
  /** Copies the options, ordered by name. */
  public EnvironmentConfig {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    evaluation = Collections.unmodifiableMap(new TreeMap<>(evaluation));
  }

  static EnvironmentConfig read(Keys keys) {
    EnvironmentConfig config =
        new EnvironmentConfig(
            keys.text("id", null),
            keys.integer("lanes", 64, 1, 65_536),
            keys.free("options"),
            keys.free("evaluation"));
    try {
      config.training();
      config.judging();
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
    return config;
  }

  /** Options while learning. */
  public Options training() {
    return parse(Options.NONE, options);
  }

  /** Options while being judged. */
  public Options judging() {
    return parse(training(), evaluation);
  }

  private Options parse(Options from, Map<String, String> texts) {
    Registration registration = Registry.global().get(id);
    Options result = from;
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      result = result.set(registration.options(), entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** Makes lanes under these options. */
  public Supplier<EnvironmentLogic> maker(Options under) {
    return Registry.global().maker(id, under);
  }
}
