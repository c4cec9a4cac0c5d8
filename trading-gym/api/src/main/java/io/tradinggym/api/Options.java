package io.tradinggym.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Immutable values of {@link Option}s, in the order in which they were set. */
public final class Options {
  /** No options. */
  public static final Options NONE = new Options(Map.of());

  private final Map<Option<?>, Object> values;

  private Options(Map<Option<?>, Object> values) {
    this.values = values;
  }

  /** These options with one value set. */
  public <T> Options set(Option<T> option, T value) {
    if (!option.type().isInstance(value)) {
      throw new IllegalArgumentException(
          "option "
              + option.name()
              + " must be a "
              + option.type().getSimpleName()
              + ", was "
              + value);
    }
    Map<Option<?>, Object> copy = new LinkedHashMap<>(values);
    copy.put(option, value);
    return new Options(Collections.unmodifiableMap(copy));
  }

  /** These options with one value read from text, the option found by name among those that are known. */
  public Options set(List<Option<?>> known, String name, String text) {
    for (Option<?> option : known) {
      if (option.name().equals(name)) {
        return parsed(option, text);
      }
    }
    throw new IllegalArgumentException("unknown option \"" + name + "\"; known: " + names(known));
  }

  private <T> Options parsed(Option<T> option, String text) {
    return set(option, option.parse(text));
  }

  /**
   * The value of an option, or its default.
   *
   * @throws IllegalArgumentException if it is not set and has no default
   */
  public <T> T get(Option<T> option) {
    Object value = values.get(option);
    T result = value == null ? option.byDefault() : option.type().cast(value);
    if (result == null) {
      throw new IllegalArgumentException(
          "option " + option.name() + " must be set: " + option.meaning());
    }
    return result;
  }

  /** Whether the option was set explicitly. */
  public boolean has(Option<?> option) {
    return values.containsKey(option);
  }

  /** What was set. */
  public Map<Option<?>, Object> values() {
    return values;
  }

  /** Refuses options that are not among the known ones. */
  public void requireKnown(String owner, List<Option<?>> known) {
    for (Option<?> option : values.keySet()) {
      if (!known.contains(option)) {
        throw new IllegalArgumentException(
            owner + " has no option \"" + option.name() + "\"; known: " + names(known));
      }
    }
  }

  private static String names(List<Option<?>> known) {
    return known.isEmpty()
        ? "none"
        : known.stream().map(Option::name).collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Options o && values.equals(o.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(e -> e.getKey().name() + "=" + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
