package io.tradinggym.options.analysis;

import io.tradinggym.options.pricing.OptionType;

/** Where somebody believes the underlying will go. */
public enum Signal {
  /** Up: calls and bull call spreads. */
  BULL(OptionType.CALL),
  /** Down: puts and bear put spreads. */
  BEAR(OptionType.PUT);

  private final OptionType type;

  Signal(OptionType type) {
    this.type = type;
  }

  /** {@return what is bought on it} */
  public OptionType type() {
    return type;
  }
}
