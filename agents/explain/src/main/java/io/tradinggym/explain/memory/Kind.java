package io.tradinggym.explain.memory;

/** What a case is of. Stored by {@link #code}. */
public enum Kind {
  /** A shape of prices. */
  PATTERN(1),
  /** A trade and what became of it. */
  TRADE(2),
  /** A state of a portfolio. */
  PORTFOLIO(3),
  /** A regime of the market. */
  REGIME(4),
  /** A piece of news. */
  NEWS(5);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  /** {@return its number in files; never changes} */
  public int code() {
    return code;
  }

  /** The kind of a number. */
  static Kind of(long code) {
    for (Kind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of case has the number " + code);
  }
}
