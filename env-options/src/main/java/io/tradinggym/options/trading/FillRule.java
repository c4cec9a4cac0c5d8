package io.tradinggym.options.trading;

import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.execution.FillConvention;

/** At which price between bid and offer an order is filled. All legs are filled together or none is. */
public enum FillRule {
  /** Buys at the offer, sells at the bid. */
  QUOTES(FillConvention.CROSS),
  /** As ORATS has it: the more legs, the less of the width is paid, {@link FillConvention#BY_LEGS}. */
  ORATS(FillConvention.BY_LEGS),
  /** At the mean of bid and offer; to see what costs take away, or studies without them. */
  MIDDLE(FillConvention.MID);

  @SuppressWarnings("ImmutableEnumChecker") // Conventions are functions of their arguments alone.
  private final FillConvention convention;

  FillRule(FillConvention convention) {
    this.convention = convention;
  }

  /** The convention of orders. */
  FillConvention convention() {
    return convention;
  }

  /** Price at which an order of so many legs buys (side 1) or sells (side -1) a quoted one, cents. */
  long price(int side, Quoted leg, int legs) {
    return FillConvention.price(side > 0, leg.bid, leg.ask, convention.share(legs, 0), 1);
  }
}
