package io.tradinggym.agents.train;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Builds an algorithm from options. Each setting is written once, as an {@link Option} with name, default, rule and
 * meaning; methods of a builder are other names for {@link #set(Option, Object)}.
 *
 * @param <B> the builder itself, which every method returns
 */
public abstract class SettingsBuilder<B extends SettingsBuilder<B>> {
  private final List<Option<?>> known;
  private Options values = Options.NONE;

  /**
   * Starts from the defaults.
   *
   * @param own options of the algorithm
   * @param shared options of its kind; of two with the same name the algorithm's own counts
   */
  protected SettingsBuilder(List<Option<?>> own, List<Option<?>> shared) {
    List<Option<?>> all = new ArrayList<>(own);
    shared.stream().filter(option -> !own.contains(option)).forEach(all::add);
    known = Collections.unmodifiableList(all);
  }

  /** {@return every setting there is} */
  public final List<Option<?>> known() {
    return known;
  }

  /** {@return the builder, as what it is} */
  protected abstract B self();

  /**
   * Sets a setting.
   *
   * @param <T> its type
   * @param option one of {@link #known()}
   * @param value what it is set to
   * @return this builder
   * @throws IllegalArgumentException naming setting, rule and value
   */
  public final <T> B set(Option<T> option, T value) {
    values = values.set(option, value);
    values.requireKnown("the algorithm", known);
    return self();
  }

  /**
   * Sets a setting by name from text, as configuration files do.
   *
   * @param name of the setting
   * @param text its value as a configuration file has it
   * @return this builder
   * @throws IllegalArgumentException naming the setting and what it takes, or the settings there are
   */
  public final B set(String name, String text) {
    values = values.set(known, name, text);
    return self();
  }

  /**
   * Sets several.
   *
   * @param given values by option; others stay as they are
   * @return this builder
   * @throws IllegalArgumentException naming what is not a setting of this algorithm
   */
  public final B set(Options given) {
    given.requireKnown("the algorithm", known);
    values = values.and(given);
    return self();
  }

  /**
   * Takes back what was set.
   *
   * @param option whose value is forgotten
   */
  protected final void unset(Option<?> option) {
    values = values.without(option);
  }

  /** {@return all settings, those that were not given with their defaults} */
  protected final Options values() {
    return values.complete(known);
  }
}
