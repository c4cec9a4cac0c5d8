package io.tradinggym.allocator.registry;

import java.util.Locale;

/** A name that moves from version to version. */
public enum Alias {
  /** Trades. */
  CHAMPION,
  /** Is tried beside the champion. */
  CHALLENGER,
  /** Was champion before; a rollback goes there. */
  PREVIOUS;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
