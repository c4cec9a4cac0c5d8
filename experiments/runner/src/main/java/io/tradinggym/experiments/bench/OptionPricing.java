package io.tradinggym.experiments.bench;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.options.chain.ChainLaw;
import io.tradinggym.options.chain.ExpiryCalendar;
import io.tradinggym.options.chain.ExpiryRule;
import io.tradinggym.options.chain.Liquidity;
import io.tradinggym.options.chain.QuoteWidth;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.chain.StrikeRule;
import io.tradinggym.options.chain.TickRule;
import io.tradinggym.options.pricing.BlackScholesBatch;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.ImpliedVolatilityBatch;
import io.tradinggym.options.pricing.OptionColumns;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.surface.SurfaceLaw;
import java.time.LocalDate;

/** Options in batches: a step is one contract, of a simulated chain one step of the whole chain. */
final class OptionPricing {
  private static final int CONTRACTS = 1000;
  private static final int DAYS = 700;
  private static final double SPOT = 100;

  private OptionPricing() {}

  /** Prices with delta, gamma, vega and theta. */
  static Workload prices() {
    OptionColumns columns = contracts();
    BlackScholesBatch pricer = new BlackScholesBatch();
    return steps -> {
      for (long done = 0; done < steps; done += CONTRACTS) {
        pricer.value(columns, 0, CONTRACTS);
      }
    };
  }

  /** Implied volatilities of those prices. */
  static Workload impliedVolatilities() {
    OptionColumns columns = contracts();
    new BlackScholesBatch().value(columns, 0, CONTRACTS);
    ImpliedVolatilityBatch solver = new ImpliedVolatilityBatch();
    ImpliedVolatility.Outcome[] outcomes = new ImpliedVolatility.Outcome[CONTRACTS];
    return steps -> {
      for (long done = 0; done < steps; done += CONTRACTS) {
        solver.solve(columns, 0, CONTRACTS, outcomes);
      }
    };
  }

  /** A chain of 100 contracts follows a moving spot: listing, surface, fair values, Greeks and quotes of all. */
  static Workload simulatedChain() {
    SimulatedChain chain = chain();
    int first = (int) chain.time();
    double[] spots = spots();
    int[] day = {DAYS};
    return steps -> {
      for (long i = 0; i < steps; i++) {
        if (day[0] == DAYS) {
          day[0] = 0;
          chain.reset(first, SPOT, 0.04);
        }
        day[0]++;
        chain.advance(first + day[0], spots[day[0]], 0.04);
      }
    };
  }

  /** 100 contracts on the first day, the spot at 100. */
  static SimulatedChain chain() {
    LocalDate start = LocalDate.of(2024, 1, 2);
    ChainLaw law =
        new ChainLaw(
            SurfaceLaw.equityIndex(0.04, 0.01),
            ExpiryCalendar.of(ExpiryRule.STOCK, new Nyse(), start, start.plusDays(DAYS + 1)),
            new StrikeRule(StrikeRule.Program.DOLLAR, 0.25),
            TickRule.PENNY_PROGRAM,
            QuoteWidth.LIQUID,
            Liquidity.HEAVY,
            5,
            10,
            false);
    SimulatedChain chain = new SimulatedChain(law);
    chain.reset((int) start.toEpochDay(), SPOT, 0.04);
    return chain;
  }

  private static double[] spots() {
    RandomStream random = RandomStreams.of(1).stream("spots");
    double[] spots = new double[DAYS + 1];
    spots[0] = SPOT;
    for (int i = 1; i <= DAYS; i++) {
      spots[i] = spots[i - 1] * StrictMath.exp(0.01 * random.gaussian());
    }
    return spots;
  }

  /** Out of the money and in it, days to years. */
  private static OptionColumns contracts() {
    RandomStream random = RandomStreams.of(1).stream("contracts");
    OptionColumns columns = new OptionColumns(CONTRACTS);
    for (int i = 0; i < CONTRACTS; i++) {
      double years = 0.02 + 2 * random.uniform();
      double volatility = 0.1 + 0.5 * random.uniform();
      double reach = 2 * volatility * Math.sqrt(years);
      double strike = SPOT * StrictMath.exp(reach * (2 * random.uniform() - 1));
      OptionType type = strike >= SPOT ? OptionType.CALL : OptionType.PUT;
      columns.set(i, type, SPOT, strike, years, 0.04, 0.01, volatility);
    }
    return columns;
  }
}
