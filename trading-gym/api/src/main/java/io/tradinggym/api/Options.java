package io.tradinggym.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Immutable values of {@link Option}s, in the order in which they were set. */
public final class Options {
  /** No options. */
  public static final Options NONE = new Options(Map.of());

  private final Map<Option<?>, Object> values;

  private Options(Map<Option<?>, Object> values) {
    this.values = values;
  }

  /**
   * These options with one value set.
   *
   * @param <T> type of the value
   * @param option whose value it is
   * @param value of the option's type, kept by its rule
   * @return new options; these stay as they are
   * @throws IllegalArgumentException naming option, rule and value
   */
  public <T> Options set(Option<T> option, T value) {
    Map<Option<?>, Object> copy = new LinkedHashMap<>(values);
    copy.put(option, option.check(value));
    return new Options(Collections.unmodifiableMap(copy));
  }

  /**
   * These options with one value read from text, the option found by name among those that are known.
   *
   * @param known options among which the name is looked for
   * @param name of one of them
   * @param text which the option's parser reads
   * @return new options; these stay as they are
   * @throws IllegalArgumentException naming what would be right, if the name is not known or the text cannot be read
   */
  public Options set(List<Option<?>> known, String name, String text) {
    for (Option<?> option : known) {
      if (option.name().equals(name)) {
        return parsed(option, text);
      }
    }
    throw new IllegalArgumentException(
        "unknown option \"" + name + "\"; known: " + names(known) + hint(name, known));
  }

  private <T> Options parsed(Option<T> option, String text) {
    return set(option, option.parse(text));
  }

  /**
   * {@return the value of an option, or its default}
   *
   * @param <T> type of the value
   * @param option looked for by name and type
   * @throws IllegalArgumentException if it is not set and has no default
   */
  public <T> T get(Option<T> option) {
    T result = find(option);
    if (result == null) {
      throw new IllegalArgumentException(
          "option " + option.name() + " must be set: " + option.meaning());
    }
    return result;
  }

  /**
   * {@return the value of an option, or its default; null if it has neither}
   *
   * @param <T> type of the value
   * @param option looked for by name and type
   */
  public <T> @Nullable T find(Option<T> option) {
    Object value = values.get(option);
    return value == null ? option.byDefault() : option.type().cast(value);
  }

  /**
   * {@return whether the option was set explicitly}
   *
   * @param option looked for by name and type
   */
  public boolean has(Option<?> option) {
    return values.containsKey(option);
  }

  /** {@return what was set, in that order; cannot be changed} */
  public Map<Option<?>, Object> values() {
    return values;
  }

  /**
   * Refuses options that are not among the known ones.
   *
   * @param owner whose options are known, for the message
   * @param known those that may be set
   * @throws IllegalArgumentException naming one that is not known
   */
  public void requireKnown(String owner, List<Option<?>> known) {
    for (Option<?> option : values.keySet()) {
      if (!known.contains(option)) {
        throw new IllegalArgumentException(
            owner
                + " has no option \""
                + option.name()
                + "\"; known: "
                + names(known)
                + hint(option.name(), known));
      }
    }
  }

  /**
   * {@return these options, and over them others}
   *
   * @param others whose values win
   */
  public Options and(Options others) {
    Map<Option<?>, Object> copy = new LinkedHashMap<>(values);
    copy.putAll(others.values);
    return new Options(Collections.unmodifiableMap(copy));
  }

  /**
   * {@return these options without one of them}
   *
   * @param option that is unset; nothing happens if it was not set
   */
  public Options without(Option<?> option) {
    Map<Option<?>, Object> copy = new LinkedHashMap<>(values);
    copy.remove(option);
    return new Options(Collections.unmodifiableMap(copy));
  }

  /**
   * {@return these options in the order of the known ones, those that are not set with their defaults}
   *
   * @param known those that are kept; others are dropped
   */
  public Options complete(List<Option<?>> known) {
    Map<Option<?>, Object> all = new LinkedHashMap<>();
    for (Option<?> option : known) {
      Object value = values.getOrDefault(option, option.byDefault());
      if (value != null) {
        all.put(option, value);
      }
    }
    return new Options(Collections.unmodifiableMap(all));
  }

  /**
   * {@return every known option by name, set or by default, as text that is the same in every process: what a manifest
   * records and a checkpoint is bound to} Options without a value, and those that change no result, are left out.
   *
   * @param known those that are written
   */
  public SortedMap<String, String> resolved(List<Option<?>> known) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Option<?> option : known) {
      if (!option.neutral()) {
        resolve(option, texts);
      }
    }
    return texts;
  }

  private <T> void resolve(Option<T> option, Map<String, String> texts) {
    T result = find(option);
    if (result != null) {
      texts.put(option.name(), option.text(result));
    }
  }

  private static String hint(String name, List<Option<?>> known) {
    return Nearest.hint(name, known.stream().map(Option::name).toList());
  }

  static String names(List<Option<?>> known) {
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
