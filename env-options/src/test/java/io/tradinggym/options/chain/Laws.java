package io.tradinggym.options.chain;

import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.options.surface.SurfaceLaw;
import java.time.LocalDate;

/** Chains for tests. */
final class Laws {
  static final LocalDate START = LocalDate.of(2024, 1, 2);
  static final int DAY = (int) START.toEpochDay();
  static final ExpiryCalendar STOCK =
      ExpiryCalendar.of(ExpiryRule.STOCK, new Nyse(), START, START.plusYears(3));

  private Laws() {}

  static ChainLaw stock(SurfaceLaw surface, boolean american) {
    return new ChainLaw(
        surface,
        STOCK,
        new StrikeRule(StrikeRule.Program.STANDARD, 0.25),
        TickRule.PENNY_PROGRAM,
        QuoteWidth.SINGLE_STOCK,
        Liquidity.HEAVY,
        5,
        10,
        american);
  }
}
