package io.tradinggym.options.margin;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.strategy.OptionLeg;
import io.tradinggym.options.strategy.Strategy;

/**
 * Portfolio margin of US customers: the largest loss of all positions on an underlying in ten scenarios of its
 * price, evenly spaced from the largest fall to the largest rise, each option revalued at the volatility that its
 * mark implies; and no less than a minimum for each contract. Textbook knowledge of OCC's TIMS; its volatility
 * scenarios are not in it.
 *
 * @param fall largest fall of the spot as a fraction, in (0, 1)
 * @param rise largest rise of the spot as a fraction, > 0
 * @param perContract minimum for each contract, currency, >= 0
 */
public record PortfolioMargin(double fall, double rise, double perContract) {
  /** Single shares and narrow indices: 15 % both ways, $37.50 a contract. */
  public static final PortfolioMargin EQUITY = new PortfolioMargin(0.15, 0.15, 37.50);

  /** Broad indices: 8 % down, 6 % up. */
  public static final PortfolioMargin BROAD_INDEX = new PortfolioMargin(0.08, 0.06, 37.50);

  /** Five falls and five rises. */
  static final int STEPS = 5;

  /** Checks the moves. */
  public PortfolioMargin {
    Require.that(fall > 0 && fall < 1, "fall must be in (0, 1)", fall);
    Require.that(rise > 0 && rise < Double.POSITIVE_INFINITY, "rise must be > 0", rise);
    Require.that(perContract >= 0, "perContract must be >= 0", perContract);
  }

  /**
   * {@return the equity that positions need, currency, at marks that are the legs' premiums}
   *
   * @param positions legs and shares
   * @param spot price of the underlying today, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public double requirement(Strategy positions, double spot, double rate, double dividendYield) {
    double[] volatility =
        positions.legs().stream()
            .mapToDouble(leg -> volatility(leg, spot, rate, dividendYield))
            .toArray();
    double now = value(positions, spot, rate, dividendYield, volatility);
    double contracts = 0;
    for (OptionLeg leg : positions.legs()) {
      contracts += Math.abs(leg.contracts());
    }
    double worst = perContract * contracts;
    for (int step = 1; step <= STEPS; step++) {
      double below = spot * (1 - fall * step / STEPS);
      double above = spot * (1 + rise * step / STEPS);
      worst = Math.max(worst, now - value(positions, below, rate, dividendYield, volatility));
      worst = Math.max(worst, now - value(positions, above, rate, dividendYield, volatility));
    }
    return worst;
  }

  /** What the mark implies; 0 for marks at or below what exercise is worth, and for expired options. */
  private static double volatility(OptionLeg leg, double spot, double rate, double dividendYield) {
    if (leg.years() == 0) {
      return 0;
    }
    double implied =
        ImpliedVolatility.of(
                leg.type(), leg.premium(), spot, leg.strike(), leg.years(), rate, dividendYield)
            .volatility();
    return Double.isNaN(implied) ? 0 : implied;
  }

  private static double value(
      Strategy positions, double spot, double rate, double dividendYield, double[] volatility) {
    double sum = positions.shares() * spot;
    for (int i = 0; i < volatility.length; i++) {
      OptionLeg leg = positions.legs().get(i);
      double price =
          BlackScholes.price(
              leg.type(), spot, leg.strike(), leg.years(), rate, dividendYield, volatility[i]);
      sum += leg.contracts() * positions.multiplier() * price;
    }
    return sum;
  }
}
