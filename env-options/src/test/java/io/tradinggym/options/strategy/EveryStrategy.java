package io.tradinggym.options.strategy;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;

import java.util.List;

/** All that {@link Strategies} builds, around a spot of 100. */
public final class EveryStrategy {
  private EveryStrategy() {}

  /** Near expiry in so many years, the far one in three times as many. */
  public static List<Strategy> of(Strategies s, double years) {
    double far = 3 * years;
    return List.of(
        s.buy(CALL, 105, years),
        s.buy(PUT, 95, years),
        s.sell(CALL, 105, years),
        s.sell(PUT, 95, years),
        s.bullCallSpread(95, 105, years),
        s.bearCallSpread(95, 105, years),
        s.bearPutSpread(95, 105, years),
        s.bullPutSpread(95, 105, years),
        s.calendar(CALL, 100, years, far),
        s.calendar(PUT, 95, years, far),
        s.diagonal(CALL, 105, years, 100, far),
        s.diagonal(PUT, 95, years, 100, far),
        s.straddle(100, years, 1),
        s.straddle(100, years, -1),
        s.strangle(95, 105, years, 1),
        s.strangle(95, 105, years, -1),
        s.ironCondor(85, 90, 110, 120, years),
        s.ironButterfly(90, 100, 110, years),
        s.butterfly(CALL, 90, 100, 110, years, 1),
        s.butterfly(PUT, 90, 100, 110, years, -1),
        s.ratioSpread(CALL, 100, 110, 2, years),
        s.ratioSpread(PUT, 100, 90, 3, years),
        s.coveredCall(105, years),
        s.protectivePut(95, years),
        s.collar(95, 105, years),
        s.cashSecuredPut(95, years),
        s.jadeLizard(90, 105, 110, years));
  }
}
