package io.tradinggym.data.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys by the name of their environment variable. They are read from the environment or from a {@code .env} file, are
 * never printed, and are taken out of every text that leaves a fetcher.
 */
public final class Secrets {
  /** No keys. */
  public static final Secrets NONE = new Secrets(Map.of());

  private static final int SHORTEST = 4;
  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  /**
   * {@return the keys among variables, such as {@code System.getenv()}: what ends in {@code _KEY}, {@code _SECRET} or
   * {@code _TOKEN} and is not blank}
   *
   * @param variables values by name
   */
  public static Secrets of(Map<String, String> variables) {
    Map<String, String> kept = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          boolean key =
              name.endsWith("_KEY") || name.endsWith("_SECRET") || name.endsWith("_TOKEN");
          if (key && !value.isBlank()) {
            kept.put(name, value.strip());
          }
        });
    return new Secrets(Map.copyOf(kept));
  }

  /**
   * Reads the keys of a file with lines {@code NAME=value}, comments behind #, and of the environment, which wins.
   *
   * @param env the file; none is needed
   * @param environment variables of the process
   * @return the keys of both
   * @throws IOException if there is such a file and it cannot be read
   */
  public static Secrets read(Path env, Map<String, String> environment) throws IOException {
    Map<String, String> all = new TreeMap<>();
    if (Files.exists(env)) {
      for (String line : Files.readAllLines(env)) {
        int at = line.indexOf('=');
        if (at > 0 && !line.strip().startsWith("#")) {
          all.put(
              line.substring(0, at).strip(),
              line.substring(at + 1).strip().replaceAll("^\"|\"$", ""));
        }
      }
    }
    all.putAll(environment);
    return of(all);
  }

  /**
   * {@return a key}
   *
   * @param name of its variable, such as {@code FRED_API_KEY}
   * @param provider the provider's name, for messages
   * @throws CollectException AUTH if it is not there
   */
  public String get(String name, String provider) throws CollectException {
    String value = values.get(name);
    if (value == null) {
      throw new CollectException(
          CollectException.Kind.AUTH, provider, "set " + name + " in the environment or in .env");
    }
    return value;
  }

  /**
   * {@return a text in which every key is replaced by ***}
   *
   * @param text that is to be printed
   */
  public String redact(String text) {
    String clean = text;
    for (String value : values.values()) {
      if (value.length() >= SHORTEST) {
        clean = clean.replace(value, "***");
      }
    }
    return clean;
  }

  /** The names alone. */
  @Override
  public String toString() {
    return "Secrets" + new TreeMap<>(values).keySet();
  }
}
