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

  /** {@return the option that is bought on it: a call or a put} */
  public OptionType type() {
    return type;
  }
}
