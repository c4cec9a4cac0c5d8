package io.tradinggym.options.analysis;

import io.tradinggym.options.chain.ImpliedForwards;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.OptionType;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Implied volatilities and deltas of a recorded chain, by its mean prices and implied forwards. */
final class ChainVolatility {
  private final RecordedChain chain;
  private final double spot;
  private final ImpliedForwards forwards;

  ChainVolatility(RecordedChain chain, double spot, ImpliedForwards forwards) {
    this.chain = chain;
    this.spot = spot;
    this.forwards = forwards;
  }

  RecordedChain chain() {
    return chain;
  }

  /** Continuously compounded dividend yield to an expiry. */
  double dividendYield(double years) {
    return forwards.rate() - StrictMath.log(forwards.forward(spot, years) / spot) / years;
  }

  /** NaN if the mean price has no volatility. */
  double implied(int contract) {
    double years = chain.years(contract);
    double mid = chain.mid(contract);
    if (!(mid > 0)) {
      return Double.NaN;
    }
    ImpliedVolatility result =
        ImpliedVolatility.of(
            chain.type(contract),
            mid,
            spot,
            chain.strike(contract),
            years,
            forwards.rate(),
            dividendYield(years));
    return result.outcome() == ImpliedVolatility.Outcome.OK ? result.volatility() : Double.NaN;
  }

  double delta(int contract, double volatility) {
    double years = chain.years(contract);
    return BlackScholes.delta(
        chain.type(contract),
        spot,
        chain.strike(contract),
        years,
        forwards.rate(),
        dividendYield(years),
        volatility);
  }

  /** Expected growth of the underlying, risk-neutral. */
  double carry(double years) {
    return forwards.rate() - dividendYield(years);
  }

  /** All days of expiry, ascending. */
  int[] expiryDays() {
    return IntStream.range(0, chain.size()).map(chain::expiryDay).distinct().toArray();
  }

  /** Of calls at the forward, between the two strikes around it; empty if one of them has none. */
  OptionalDouble atTheMoney(int expiryDay) {
    int below = -1;
    int above = -1;
    double forward = Double.NaN;
    for (int i = 0; i < chain.size(); i++) {
      if (chain.expiryDay(i) != expiryDay || chain.type(i) != OptionType.CALL) {
        continue;
      }
      forward = forwards.forward(spot, chain.years(i));
      if (chain.strike(i) <= forward) {
        below = i;
      } else if (above < 0) {
        above = i;
      }
    }
    if (below < 0 || above < 0) {
      return OptionalDouble.empty();
    }
    double share = (forward - chain.strike(below)) / (chain.strike(above) - chain.strike(below));
    double volatility = implied(below) + share * (implied(above) - implied(below));
    return Double.isNaN(volatility) ? OptionalDouble.empty() : OptionalDouble.of(volatility);
  }

  int days(int expiryDay) {
    return expiryDay - (int) chain.date().toEpochDay();
  }

  static LocalDate date(int expiryDay) {
    return LocalDate.ofEpochDay(expiryDay);
  }
}
