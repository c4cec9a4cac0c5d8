package io.tradinggym.agents.train;

import java.util.Locale;
import java.util.function.Supplier;

/** Memory that settings ask for: where there is not enough, the setting is to blame and not the library. */
public final class Room {
  private static final double MEGABYTE = 1 << 20;

  private Room() {}

  /**
   * Makes something large.
   *
   * @param <T> its type
   * @param what it is, such as "a replay of 1000000 steps"
   * @param settings that make it smaller, such as "capacity"
   * @param maker makes it
   * @return what was made
   * @throws IllegalArgumentException naming both, and what memory there is, if it does not fit
   */
  public static <T> T of(String what, String settings, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (OutOfMemoryError | ArithmeticException | NegativeArraySizeException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s does not fit into the memory that Java may take, %,.0f MB (%s): lower %s, or"
                  + " start java with a larger -Xmx",
              what,
              Runtime.getRuntime().maxMemory() / MEGABYTE,
              e.getMessage(),
              settings),
          e);
    }
  }
}
