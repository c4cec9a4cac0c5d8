package io.tradinggym.options.board;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.options.chain.ChainLaw;
import io.tradinggym.options.chain.ExpiryCalendar;
import io.tradinggym.options.chain.ExpiryRule;
import io.tradinggym.options.chain.Liquidity;
import io.tradinggym.options.chain.QuoteWidth;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.chain.StrikeRule;
import io.tradinggym.options.chain.TickRule;
import io.tradinggym.options.surface.EarningsJump;
import io.tradinggym.options.surface.SpotRule;
import io.tradinggym.options.surface.Ssvi;
import io.tradinggym.options.surface.SurfaceLaw;
import io.tradinggym.options.surface.VarianceTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A stock and its options, simulated: the spot has a constant volatility and jumps four times a year, when earnings are
 * announced; options cost what they would at a variance that is that one times e^x, x an Ornstein-Uhlenbeck process
 * around the logarithm of the premium, and at the announced jump's variance times its own premium.
 *
 * <p>With both premiums 1, no premium volatility, no drift and a flat smile, options are exactly fair: before costs
 * nobody has an expected profit.
 *
 * @param volatility of the spot per square root of a year, in (0, 5]
 * @param drift of the spot a year beyond interest, in [-1, 1]
 * @param premium ratio of implied to realised variance, in (0, 10]
 * @param premiumVolatility stationary standard deviation of x, in [0, 2]
 * @param reversion of x per year, in (0, 1000]
 * @param correlation of what moves x with what moves the spot, in [-1, 1]; below 0 volatility rises when the spot falls
 * @param earnings standard deviation of the jump at an announcement, in [0, 1]; 0: there are none
 * @param earningsPremium ratio of its implied to its true variance, in (0, 10]
 * @param smile of the surface
 * @param rate interest a year, continuously compounded, in [0, 1]
 * @param dividendYield a year, continuously compounded, in [0, 1]
 * @param points width of option quotes at the money at 30 days, volatility points, in [0, 50]
 */
public record OptionMarket(
    double volatility,
    double drift,
    double premium,
    double premiumVolatility,
    double reversion,
    double correlation,
    double earnings,
    double earningsPremium,
    SmileKind smile,
    double rate,
    double dividendYield,
    double points) {
  /** A stock with a variance premium of a tenth that wanders, and fair earnings. */
  public static final OptionMarket DEFAULT =
      new OptionMarket(0.25, 0, 1.1, 0.2, 6, 0, 0.05, 1, SmileKind.FLAT, 0, 0, 1);

  /** The price at which episodes start: strikes 5 apart are then half a month's deviation. */
  public static final double START = 150;

  /** Volatilities, interest and dividends are by the calendar. */
  public static final double DAYS_PER_YEAR = 365;

  /** Announcements are so far apart, in years. */
  static final double QUARTER = 0.25;

  private static final int EXPIRIES = 4;

  /** With so many strikes of each of its four expiries a board shows 104 contracts. */
  public static final int STRIKES = 13;

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);
  private static final int YEARS = 4;

  /** Checks the values. */
  public OptionMarket {
    Require.that("volatility", volatility > 0 && volatility <= 5, volatility, "in (0, 5]");
    Require.that("drift", drift >= -1 && drift <= 1, drift, "in [-1, 1]");
    Require.that("premium", premium > 0 && premium <= 10, premium, "in (0, 10]");
    Require.that(
        "premiumVolatility",
        premiumVolatility >= 0 && premiumVolatility <= 2,
        premiumVolatility,
        "in [0, 2]");
    Require.that("reversion", reversion > 0 && reversion <= 1000, reversion, "in (0, 1000]");
    Require.that("correlation", correlation >= -1 && correlation <= 1, correlation, "in [-1, 1]");
    Require.that("earnings", earnings >= 0 && earnings <= 1, earnings, "in [0, 1]");
    Require.that(
        "earningsPremium",
        earningsPremium > 0 && earningsPremium <= 10,
        earningsPremium,
        "in (0, 10]");
    Require.that("rate", rate >= 0 && rate <= 1, rate, "in [0, 1]");
    Require.that(
        "dividendYield", dividendYield >= 0 && dividendYield <= 1, dividendYield, "in [0, 1]");
    Require.that("points", points >= 0 && points <= 50, points, "in [0, 50]");
  }

  /** {@return the same, fair: whoever trades it has no expected profit before costs} */
  public OptionMarket fair() {
    return new OptionMarket(
        volatility,
        0,
        1,
        0,
        reversion,
        correlation,
        earnings,
        1,
        SmileKind.FLAT,
        rate,
        dividendYield,
        points);
  }

  /**
   * {@return the chain: the nearest four monthly expiries, standard strikes}
   *
   * @param strikes shown of each expiry, around the spot, >= 1
   */
  public ChainLaw chain(int strikes) {
    return chain(EXPIRIES, strikes);
  }

  /**
   * {@return the chain of so many monthly expiries}
   *
   * @param expiries how many of the nearest, >= 1
   * @param strikes shown of each expiry, around the spot, >= 1
   */
  public ChainLaw chain(int expiries, int strikes) {
    Require.that("expiries", expiries >= 1, expiries, ">= 1");
    Require.that("strikes", strikes >= 1, strikes, ">= 1");
    SurfaceLaw surface =
        new SurfaceLaw(
            smile == SmileKind.FLAT ? SurfaceLaw.flat(0, 0).shape() : new Ssvi(-0.6, 1.0, 0.45),
            VarianceTerm.FLAT,
            SpotRule.STICKY_DELTA,
            1,
            rate,
            dividendYield,
            announcements());
    return new ChainLaw(
        surface,
        ExpiryCalendar.of(new ExpiryRule(1, 0, 0, 0), new Nyse(), FIRST, FIRST.plusYears(YEARS)),
        new StrikeRule(StrikeRule.Program.STANDARD, 0.25),
        TickRule.PENNY,
        new QuoteWidth(points, 1, 0, 1),
        Liquidity.HEAVY,
        expiries,
        strikes,
        true);
  }

  /** As the surface expects them: every quarter from the first, until after the last expiry. */
  private List<EarningsJump> announcements() {
    double implied = earnings * Math.sqrt(earningsPremium);
    int count = earnings > 0 ? (int) ((YEARS + 1) / QUARTER) : 0;
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new EarningsJump(i * QUARTER, implied))
        .toList();
  }

  /**
   * {@return what makes a board for each lane, see {@link #chain(int)}}
   *
   * @param strikes shown of each expiry, around the spot, >= 1
   */
  public Supplier<OptionBoard> boards(int strikes) {
    ChainLaw law = chain(strikes);
    int[] sessions = sessions();
    return () -> new SimulatedBoard(this, new SimulatedChain(law), sessions);
  }

  /** {@return the sessions as epoch days, ascending, all within the chain's calendar} */
  public static int[] sessions() {
    Nyse nyse = new Nyse();
    return FIRST
        .datesUntil(FIRST.plusYears(YEARS))
        .filter(nyse::isSession)
        .mapToInt(date -> (int) date.toEpochDay())
        .toArray();
  }
}
