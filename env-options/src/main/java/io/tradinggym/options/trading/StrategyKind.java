package io.tradinggym.options.trading;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;

import io.tradinggym.options.pricing.OptionType;
import java.util.List;

/**
 * The strategies that can be opened. Strikes are placed by the expected move to the near expiry, one deviation being
 * spot x at-the-money volatility x root of time, on the nearest listed strike; legs that would fall on one strike are
 * moved apart.
 */
public enum StrategyKind {
  /** A call at the money. */
  LONG_CALL(leg(CALL, 0, 1)),
  /** A put at the money. */
  LONG_PUT(leg(PUT, 0, 1)),
  /** Bought at the money, sold one deviation above. */
  BULL_CALL_SPREAD(leg(CALL, 0, 1), leg(CALL, 1, -1)),
  /** Bought at the money, sold one deviation below. */
  BEAR_PUT_SPREAD(leg(PUT, 0, 1), leg(PUT, -1, -1)),
  /** Sold half a deviation below, bought one further down: a credit. */
  BULL_PUT_SPREAD(leg(PUT, -0.5, -1), leg(PUT, -1.5, 1)),
  /** Sold half a deviation above, bought one further up: a credit. */
  BEAR_CALL_SPREAD(leg(CALL, 0.5, -1), leg(CALL, 1.5, 1)),
  /** A put sold half a deviation below; its strike lies in cash. */
  CASH_SECURED_PUT(leg(PUT, -0.5, -1)),
  /** Shares, and a call sold on them half a deviation above; on shares already held only the call. */
  COVERED_CALL(leg(CALL, 0.5, -1)),
  /** Call and put at the money, bought. */
  LONG_STRADDLE(leg(CALL, 0, 1), leg(PUT, 0, 1)),
  /** Call and put at the money, sold. */
  SHORT_STRADDLE(leg(CALL, 0, -1), leg(PUT, 0, -1)),
  /** Put and call one deviation away, bought. */
  LONG_STRANGLE(leg(PUT, -1, 1), leg(CALL, 1, 1)),
  /** Put and call one deviation away, sold. */
  SHORT_STRANGLE(leg(PUT, -1, -1), leg(CALL, 1, -1)),
  /** The short strangle with wings one deviation further out. */
  IRON_CONDOR(leg(PUT, -1, -1), leg(CALL, 1, -1), leg(PUT, -2, 1), leg(CALL, 2, 1)),
  /** The short straddle with wings one deviation out. */
  IRON_BUTTERFLY(leg(PUT, 0, -1), leg(CALL, 0, -1), leg(PUT, -1, 1), leg(CALL, 1, 1)),
  /** A call at the money sold, the same of the next expiry bought. */
  CALL_CALENDAR(leg(CALL, 0, -1), new Leg(CALL, true, 0, 1)),
  /** A put sold, and a call spread sold against it: no more risk above than below. */
  JADE_LIZARD(leg(PUT, -1, -1), leg(CALL, 1, -1), leg(CALL, 2, 1));

  /** All of them, in the order of actions. */
  public static final List<StrategyKind> ALL = List.of(values());

  /** Most legs of one. */
  public static final int LEGS = 4;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so.
  private final List<Leg> legs;

  StrategyKind(Leg... legs) {
    this.legs = List.of(legs);
  }

  /** One contract of a unit. */
  record Leg(OptionType type, boolean far, double deviations, int side) {}

  /** The contracts of a unit, nearest to the money first. */
  List<Leg> legs() {
    return legs;
  }

  /** Whether a unit comes with a hundred shares. */
  boolean withShares() {
    return this == COVERED_CALL;
  }

  private static Leg leg(OptionType type, double deviations, int side) {
    return new Leg(type, false, deviations, side);
  }
}
