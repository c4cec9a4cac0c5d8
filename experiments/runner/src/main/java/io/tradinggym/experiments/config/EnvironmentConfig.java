package io.tradinggym.experiments.config;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketChoice;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent learns.
 *
 * @param id registered name, {@code Name-vN}
 * @param lanes environments stepped together, 1 .. 65536
 * @param options of the environment, as texts; defaults are among them, so that another default tomorrow changes no run
 *     of today
 * @param evaluation options that differ when the agent is judged, such as a whole test range instead of random starts
 */
public record EnvironmentConfig(
    String id, int lanes, Map<String, String> options, Map<String, String> evaluation) {
  /** Copies the options, ordered by name. */
  public EnvironmentConfig {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    evaluation = Collections.unmodifiableMap(new TreeMap<>(evaluation));
  }

  /** Reads the keys that describe it. */
  public static EnvironmentConfig read(Keys keys) {
    EnvironmentConfig config =
        new EnvironmentConfig(
            keys.text("id", null),
            keys.integer("lanes", 64, 1, 65_536),
            keys.free("options"),
            keys.free("evaluation"));
    try {
      config.judging();
      return config.resolved();
    } catch (IllegalArgumentException e) {
      throw keys.bad(e);
    }
  }

  /** The same, with every default that text can hold. */
  private EnvironmentConfig resolved() {
    Map<String, String> all =
        ResolvedOptions.texts(training(), Registry.global().get(id).options());
    options.forEach(all::putIfAbsent); // the same value has one text, however it was written
    return new EnvironmentConfig(id, lanes, all, evaluation);
  }

  /** The options that differ from their defaults. */
  public Map<String, String> chosen() {
    Map<String, String> defaults =
        ResolvedOptions.texts(Options.NONE, Registry.global().get(id).options());
    Map<String, String> chosen = new TreeMap<>(options);
    chosen.entrySet().removeIf(entry -> entry.getValue().equals(defaults.get(entry.getKey())));
    return chosen;
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

  /**
   * Makes lanes under these options.
   *
   * @param market what is traded; null leaves the environment its own
   * @throws IllegalArgumentException if the environment takes no market, or refuses an option
   */
  public Supplier<EnvironmentLogic> maker(Options under, @Nullable Market market) {
    return Registry.global().maker(id, with(under, market));
  }

  /**
   * Options with a market among them.
   *
   * @param market null changes nothing
   * @throws IllegalArgumentException if the environment takes none
   */
  public Options with(Options under, @Nullable Market market) {
    return market == null ? under : traded(under, market);
  }

  /** The market that options choose; null if the environment's own. */
  public @Nullable Market market(Options under) {
    return MarketChoice.in(under);
  }

  private Options traded(Options under, Market market) {
    return MarketChoice.with(under, Registry.global().get(id).options(), market, id);
  }
}
