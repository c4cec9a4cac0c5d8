package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.surface.CalendarCheck;
import io.tradinggym.options.surface.SliceSurface;
import io.tradinggym.options.surface.SsviFit;
import io.tradinggym.options.surface.SviFit;
import io.tradinggym.options.surface.SviSlice;
import java.util.ArrayList;
import java.util.List;

/**
 * A volatility surface calibrated to a chain: raw SVI for each expiry, and one SSVI shape for all, which can be
 * simulated.
 *
 * <p>Fitted are the means of out-of-the-money quotes with a bid, each weighted by its vega over its width, squared: by
 * how well the quote knows its volatility.
 */
public final class ChainSurface {
  private static final int LEAST_QUOTES = 8;
  private static final double LEAST_YEARS = 2 / 365.0;
  private static final int CHECK_POINTS = 101;
  private static final double CHECK_WIDTHS = 2;

  private final List<ExpiryFit> fits;
  private final SsviFit ssvi;

  private ChainSurface(List<ExpiryFit> fits, SsviFit ssvi) {
    this.fits = List.copyOf(fits);
    this.ssvi = ssvi;
  }

  /** One quote as a point of a smile. */
  private record Point(double k, double volatility, double weight, double low, double high) {}

  /**
   * {@return the surface calibrated to a chain; expiries of less than two days or with fewer than eight quotes are
   * passed over}
   *
   * @param chain quotes of one moment
   * @param forwards implied by the same chain
   * @throws IllegalArgumentException if no expiry is left
   */
  public static ChainSurface of(ChainQuotes chain, ImpliedForwards forwards) {
    List<ExpiryFit> fits = new ArrayList<>();
    List<double[]> all = new ArrayList<>();
    for (ImpliedForward forward : forwards.expiries()) {
      List<Point> points = points(chain, forward, forwards.rate());
      if (forward.years() < LEAST_YEARS || points.size() < LEAST_QUOTES) {
        continue;
      }
      ExpiryFit fit = fit(forward, points);
      fits.add(fit);
      double theta = fit.fit().smile().totalVariance(0);
      double expiryWeight = points.stream().mapToDouble(Point::weight).sum();
      for (Point point : points) {
        all.add(
            new double[] {
              point.k(), theta, point.volatility(), forward.years(), point.weight() / expiryWeight
            });
      }
    }
    if (fits.isEmpty()) {
      throw new IllegalArgumentException(
          "no expiry has " + LEAST_QUOTES + " out-of-the-money quotes and two days to go");
    }
    SsviFit ssvi =
        SsviFit.of(column(all, 0), column(all, 1), column(all, 2), column(all, 3), column(all, 4));
    return new ChainSurface(fits, ssvi);
  }

  /** {@return the smile of each expiry, the nearest first} */
  public List<ExpiryFit> fits() {
    return fits;
  }

  /** {@return one arbitrage-free shape for all expiries, and how far it is off} */
  public SsviFit ssvi() {
    return ssvi;
  }

  /** {@return the smiles put together, interpolated in time} */
  public SliceSurface surface() {
    return SliceSurface.of(
        fits.stream().mapToDouble(fit -> fit.forward().years()).toArray(),
        fits.stream().map(fit -> fit.fit().smile()).toList());
  }

  /** {@return the worst calendar check among neighbouring expiries, within two deviations of the nearer one} */
  public CalendarCheck calendar() {
    CalendarCheck worst = new CalendarCheck(Double.POSITIVE_INFINITY, Double.NaN);
    for (int i = 1; i < fits.size(); i++) {
      SviSlice near = fits.get(i - 1).fit().smile();
      double reach = CHECK_WIDTHS * Math.sqrt(near.totalVariance(0));
      CalendarCheck pair =
          CalendarCheck.of(near, fits.get(i).fit().smile(), -reach, reach, CHECK_POINTS);
      worst = pair.worst() < worst.worst() ? pair : worst;
    }
    return worst;
  }

  private static ExpiryFit fit(ImpliedForward forward, List<Point> points) {
    double years = forward.years();
    SviFit fit =
        SviFit.of(
            points.stream().mapToDouble(Point::k).toArray(),
            points.stream().mapToDouble(p -> p.volatility() * p.volatility() * years).toArray(),
            points.stream().mapToDouble(Point::weight).toArray());
    double squares = 0;
    double weights = 0;
    int inside = 0;
    for (Point point : points) {
      double model = fit.smile().volatility(point.k(), years);
      double gap = model - point.volatility();
      squares += point.weight() * gap * gap;
      weights += point.weight();
      inside += model >= point.low() && model <= point.high() ? 1 : 0;
    }
    return new ExpiryFit(
        forward, points.size(), fit, Math.sqrt(squares / weights), inside / (double) points.size());
  }

  /** Out-of-the-money quotes of an expiry, ascending by strike. */
  private static List<Point> points(ChainQuotes chain, ImpliedForward forward, double rate) {
    List<Point> points = new ArrayList<>();
    double years = forward.years();
    // Black's formula: the discounted forward is the spot of an asset without yield.
    double spot = forward.forward() * StrictMath.exp(-rate * years);
    for (int i = 0; i < chain.size(); i++) {
      double strike = chain.strike(i);
      boolean isOut = (strike >= forward.forward()) == (chain.type(i) == OptionType.CALL);
      if (chain.expiryDay(i) != forward.expiryDay() || !isOut || !(chain.bid(i) > 0)) {
        continue;
      }
      OptionType type = chain.type(i);
      double volatility = implied(type, chain.mid(i), spot, strike, years, rate);
      double low = implied(type, chain.bid(i), spot, strike, years, rate);
      double high = implied(type, chain.ask(i), spot, strike, years, rate);
      double width = chain.ask(i) - chain.bid(i);
      if (volatility > 0 && low > 0 && high > 0 && width > 0) {
        double known = BlackScholes.vega(spot, strike, years, rate, 0, volatility) / width;
        points.add(
            new Point(
                StrictMath.log(strike / forward.forward()), volatility, known * known, low, high));
      }
    }
    return points;
  }

  private static double implied(
      OptionType type, double price, double spot, double strike, double years, double rate) {
    ImpliedVolatility result = ImpliedVolatility.of(type, price, spot, strike, years, rate, 0);
    return result.outcome() == ImpliedVolatility.Outcome.OK ? result.volatility() : Double.NaN;
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }
}
