package io.tradinggym.experiments.config;

import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Options as a configuration holds them: every one that text can hold, defaults included. */
final class ResolvedOptions {
  private ResolvedOptions() {}

  static Map<String, String> texts(Options options, List<Option<?>> known) {
    Map<String, String> texts = new TreeMap<>();
    known.forEach(option -> put(option, options, texts));
    return texts;
  }

  private static <T> void put(Option<T> option, Options options, Map<String, String> texts) {
    T value = options.find(option);
    if (value != null && option.parser() != null) {
      String text = option.text(value);
      if (readsBack(option, text)) {
        texts.put(option.name(), text);
      }
    }
  }

  /** Not every default has a text that says all of it: a composed object, a market. */
  private static <T> boolean readsBack(Option<T> option, String text) {
    try {
      return option.text(option.parse(text)).equals(text);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
