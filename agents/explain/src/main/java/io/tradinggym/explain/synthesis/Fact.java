package io.tradinggym.explain.synthesis;

/**
 * A value of a context under its name.
 *
 * @param block heading that it stands under, such as {@code market}
 * @param name such as {@code 52-week high}
 * @param unit how to read it
 * @param known the value, and when it was known
 */
public record Fact(String block, String name, Unit unit, Known<?> known) {
  /** How a number is read. */
  public enum Unit {
    /** In the security's currency. */
    PRICE,
    /** A number that is told in percent: .05 is 5 %. */
    SHARE,
    /** In percent already, as rates are quoted. */
    PERCENT,
    /** Days. */
    DAYS,
    /** Whole pieces. */
    COUNT,
    /** A number without a unit. */
    NUMBER,
    /** Words, or yes and no. */
    TEXT
  }

  /** {@return where it stands, {@code market.52-week high}} */
  public String path() {
    return block + "." + name;
  }
}
