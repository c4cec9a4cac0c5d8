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
   * {@return the of variables, such as {@code System.getenv()}; blank ones are not there}
   *
   * @param variables by name
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
   * Of a file with lines {@code NAME=value}, comments behind #, and the environment, which wins.
   *
   * @param env the file
   * @param environment variables of the process
   * @return the file with what is wrong with it
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
   * @param name its name
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
   * @param text as it stands in a file
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
