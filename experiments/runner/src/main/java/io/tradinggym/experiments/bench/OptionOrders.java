package io.tradinggym.experiments.bench;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.execution.ChainListing;
import io.tradinggym.options.execution.ComboDesk;
import io.tradinggym.options.execution.ComboResult;
import io.tradinggym.options.execution.FillConvention;
import io.tradinggym.options.execution.OptionCommission;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.pricing.OptionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Orders of several legs: a step is one order, priced, judged by the exchange's margin and booked. */
final class OptionOrders {
  private static final long CAPITAL = 1_000_000 * Money.UNITS;
  private static final int UNTIL_RESET = 1000;

  private OptionOrders() {}

  /** Iron condors sold and bought back in an account that lists a chain of 100 contracts. */
  static Workload condors() {
    SimulatedChain chain = OptionPricing.chain();
    Instant now = LocalDate.ofEpochDay((long) chain.time()).atTime(21, 0).toInstant(ZoneOffset.UTC);
    ChainListing listing =
        new ChainListing(chain, Equity.printed("XYZ"), Style.AMERICAN, Settlement.PHYSICAL, now);
    Account account =
        new Account(listing.instruments(), Currency.USD, new AccountMargin(ExchangeMargin.EQUITY));
    listing.underlying(9_999, 10_001);
    ComboDesk desk =
        new ComboDesk(
            account,
            listing,
            FillConvention.BY_LEGS,
            OptionCommission.INTERACTIVE_BROKERS,
            Commission.NONE);
    int expiry = chain.expiryDay(chain.size() - 1);
    Legs condor =
        new Legs()
            .add(asset(chain, OptionType.PUT, 96, expiry), 1)
            .add(asset(chain, OptionType.PUT, 98, expiry), -1)
            .add(asset(chain, OptionType.CALL, 102, expiry), -1)
            .add(asset(chain, OptionType.CALL, 104, expiry), 1);
    long millis = now.toEpochMilli();
    return steps -> {
      for (long i = 0; i < steps; i++) {
        if (i % UNTIL_RESET == 0) {
          account.reset(CAPITAL);
          listing.mark(account);
        }
        ComboResult result = desk.execute(condor, i % 2 == 0 ? 1 : -1, millis);
        if (result != ComboResult.FILLED) {
          throw new IllegalStateException("order " + i + ": " + result);
        }
      }
    };
  }

  private static int asset(SimulatedChain chain, OptionType type, double strike, int expiry) {
    int contract = chain.indexOf(type, strike, expiry);
    if (contract < 0) {
      throw new IllegalStateException("no " + type + " at " + strike + " is listed");
    }
    return 1 + contract;
  }
}
