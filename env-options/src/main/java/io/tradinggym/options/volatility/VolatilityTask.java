package io.tradinggym.options.volatility;

import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.options.chain.ChainLaw;
import io.tradinggym.options.chain.ExpiryCalendar;
import io.tradinggym.options.chain.ExpiryRule;
import io.tradinggym.options.chain.Liquidity;
import io.tradinggym.options.chain.QuoteWidth;
import io.tradinggym.options.chain.StrikeRule;
import io.tradinggym.options.chain.TickRule;
import io.tradinggym.options.surface.SurfaceLaw;
import java.time.LocalDate;

/**
 * A market in which volatility has a price: the spot moves with a constant volatility, options cost what they would at a
 * variance that is that one times e^x, x an Ornstein-Uhlenbeck process around the logarithm of the mean premium.
 *
 * <p>With premium 1 and no premium volatility, options are exactly fair: before costs nobody has an expected profit.
 *
 * @param volatility of the spot per square root of a year, &gt; 0
 * @param premium mean ratio of implied to realised variance, &gt; 0
 * @param premiumVolatility stationary standard deviation of x, &gt;= 0
 * @param reversion of x per year, &gt; 0
 * @param points width of option quotes at the money at 30 days, volatility points, &gt;= 0
 * @param stockCost of a trade in shares as a fraction of its value, in [0, 0.1)
 * @param cash at the start, in units of money, &gt; 0
 * @param limit straddles of each expiry, at most, long or short, &gt;= 1
 * @param episode sessions of an episode, &gt;= 1
 */
public record VolatilityTask(
    double volatility,
    double premium,
    double premiumVolatility,
    double reversion,
    double points,
    double stockCost,
    double cash,
    int limit,
    int episode) {
  /** Half a year with a premium of a tenth that wanders by a fifth. */
  public static final VolatilityTask DEFAULT =
      new VolatilityTask(0.2, 1.1, 0.2, 6, 0.5, 0.0001, 100_000, 10, 126);

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);
  private static final int YEARS = 4;

  public VolatilityTask {
    require("volatility", volatility > 0 && volatility <= 5, volatility, "in (0, 5]");
    require("premium", premium > 0 && premium <= 10, premium, "in (0, 10]");
    require(
        "premiumVolatility",
        premiumVolatility >= 0 && premiumVolatility <= 2,
        premiumVolatility,
        "in [0, 2]");
    require("reversion", reversion > 0 && reversion <= 1000, reversion, "in (0, 1000]");
    require("points", points >= 0 && points <= 50, points, "in [0, 50]");
    require("stockCost", stockCost >= 0 && stockCost < 0.1, stockCost, "in [0, 0.1)");
    require("cash", cash > 0 && cash <= 1e9, cash, "in (0, 1e9]");
    require("limit", limit >= 1 && limit <= 10_000, limit, "in 1 .. 10000");
    require("episode", episode >= 1 && episode <= 504, episode, "in 1 .. 504");
  }

  /** The chain: flat smile, listed as a stock with dollar strikes. */
  ChainLaw chain() {
    return new ChainLaw(
        SurfaceLaw.flat(0, 0),
        ExpiryCalendar.of(new ExpiryRule(1, 5, 0, 0), new Nyse(), FIRST, FIRST.plusYears(YEARS)),
        new StrikeRule(StrikeRule.Program.DOLLAR, 0.25),
        TickRule.PENNY,
        new QuoteWidth(points, 1, 0, 1),
        Liquidity.HEAVY,
        1,
        1,
        false);
  }

  /** Sessions as epoch days, ascending, all within the chain's calendar. */
  static int[] sessions() {
    Nyse nyse = new Nyse();
    return FIRST
        .datesUntil(FIRST.plusYears(YEARS))
        .filter(nyse::isSession)
        .mapToInt(date -> (int) date.toEpochDay())
        .toArray();
  }

  private static void require(String name, boolean holds, double value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
    }
  }
}
