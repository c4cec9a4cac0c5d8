package io.tradinggym.agents.train;

import io.tradinggym.api.Nearest;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Algorithms by name: those of every {@link AlgorithmProvider} on the class path. */
public final class Algorithms {
  private Algorithms() {}

  /**
   * {@return all that there are, ordered by name}
   *
   * @throws IllegalStateException if two providers bring one of the same name
   */
  public static Map<String, AlgorithmRegistration> all() {
    Map<String, AlgorithmRegistration> all = new TreeMap<>();
    for (AlgorithmProvider provider : ServiceLoader.load(AlgorithmProvider.class)) {
      for (AlgorithmRegistration registration : provider.algorithms()) {
        if (all.putIfAbsent(registration.name(), registration) != null) {
          throw new IllegalStateException(
              "two algorithms on the class path are named " + registration.name());
        }
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * {@return the algorithm of a name}
   *
   * @param name in lower case, such as {@code ppo}
   * @throws IllegalArgumentException naming those there are
   */
  public static AlgorithmRegistration named(String name) {
    Map<String, AlgorithmRegistration> all = all();
    AlgorithmRegistration found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "unknown algorithm \""
              + name
              + "\"; known: "
              + String.join(", ", all.keySet())
              + Nearest.hint(name, all.keySet()));
    }
    return found;
  }
}
