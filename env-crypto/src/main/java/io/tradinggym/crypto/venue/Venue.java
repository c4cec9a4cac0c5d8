package io.tradinggym.crypto.venue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Exchanges whose rules are known. */
public enum Venue {
  /** Binance futures. */
  BINANCE,
  /** Bybit. */
  BYBIT,
  /** Deribit. */
  DERIBIT,
  /** OKX. */
  OKX;

  /**
   * {@return the venue of a name, in capitals or not}
   *
   * @param name such as {@code binance}
   */
  public static Optional<Venue> named(String name) {
    return Arrays.stream(values()).filter(venue -> venue.name().equalsIgnoreCase(name)).findAny();
  }

  /** Its file among the resources. */
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".rules";
  }
}
