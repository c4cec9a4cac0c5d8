package io.tradinggym.options.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.options.lifecycle.EarlyExercise;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.strategy.OptionLeg;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class ChainListingTest {
  private static final String CHAIN =
      """
      Type,Strike,Bid,Ask,Expiration
      put,90,0.50,0.60,2025-10-15
      put,95,1.20,1.30,2025-10-15
      call,105,1.10,1.20,2025-10-15
      call,107.5,0.40,0.50,2025-10-15
      call,112,0,0.10,2025-10-15
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aStrategyIsTradedAtTheQuotesOfARecordedChain() throws IOException {
    Path file = Files.writeString(folder.resolve("XYZ_20250915.csv"), CHAIN);
    RecordedChain chain = ChainFile.of(file).read();
    ChainListing listing =
        new ChainListing(
            chain, Equity.printed("XYZ"), Style.AMERICAN, Settlement.PHYSICAL, chain.time());
    assertThat(listing.instruments())
        .extracting(Instrument::symbol)
        .containsExactly(
            "XYZ",
            "XYZ 2025-10-15 P 90",
            "XYZ 2025-10-15 P 95",
            "XYZ 2025-10-15 C 105",
            "XYZ 2025-10-15 C 107.5",
            "XYZ 2025-10-15 C 112");
    Account account =
        new Account(listing.instruments(), Currency.USD, new AccountMargin(ExchangeMargin.EQUITY));
    account.reset(10_000 * Money.UNITS);
    listing.underlying(9_999, 10_001);
    listing.mark(account);
    assertThat(account.mark(0)).isEqualTo(10_000);
    assertThat(account.mark(5)).as("nobody bids").isEqualTo(5);

    long now = chain.time().toEpochMilli();
    Strategies strategies = new Strategies((type, strike, years) -> 1, 100);
    Legs condor =
        StrategyLegs.of(strategies.ironCondor(90, 95, 105, 112, chain.years(0)), account, 0, now);
    ComboDesk desk =
        new ComboDesk(
            account,
            listing,
            FillConvention.BY_LEGS,
            OptionCommission.INTERACTIVE_BROKERS,
            Commission.NONE);
    assertThat(desk.execute(condor, 2, now)).isEqualTo(ComboResult.FILLED);
    // 53 % of 10 cents is 6 by the tick: pays .56, receives 1.24 and 1.14, pays the offer of .10
    // where nobody bids.
    assertThat(desk.net()).isEqualTo(Money.of("-172"));
    assertThat(desk.fees()).isEqualTo(Money.of("5.20"));
    assertThat(account.cash()).isEqualTo(Money.of("10338.80"));
    account.verify();
  }

  /** Strategies of a month, at the quotes of SPY on 2025-08-26, until it expires. */
  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void strategiesAreTradedOnARealChainAndLiveToTheirExpiry() throws IOException {
    Path file =
        Path.of(
            String.valueOf(System.getenv("TRADING_GYM_DATA")),
            "options",
            "SPY_chain_yahoo_20250826.csv.gz");
    RecordedChain chain = ChainFile.of(file).excludingBroken().read();
    ChainListing listing =
        new ChainListing(
            chain, Equity.printed("SPY"), Style.AMERICAN, Settlement.PHYSICAL, chain.time());
    Account account =
        new Account(listing.instruments(), Currency.USD, new AccountMargin(ExchangeMargin.EQUITY));
    ComboDesk desk =
        new ComboDesk(
            account,
            listing,
            FillConvention.BY_LEGS,
            OptionCommission.INTERACTIVE_BROKERS,
            Commission.NONE);
    listing.underlying(64_569, 64_571);
    long now = chain.time().toEpochMilli();
    double years = yearsTo(chain, LocalDate.of(2025, 9, 26));
    Strategies s = new Strategies((type, strike, left) -> 1, 645.70);
    for (Strategy strategy :
        List.of(
            s.bullCallSpread(645, 655, years),
            s.straddle(645, years, -1),
            s.ironCondor(610, 620, 670, 680, years),
            s.coveredCall(655, years),
            s.collar(630, 660, years))) {
      account.reset(Money.of("200000"));
      listing.mark(account);
      assertThat(desk.execute(StrategyLegs.of(strategy, account, 0, now), 1, now))
          .as(strategy.name())
          .isEqualTo(ComboResult.FILLED);
      // Entering costs the commissions and a part of the quotes, no more.
      double paid = 200_000 - Money.toDouble(account.equity()) - Money.toDouble(desk.fees());
      assertThat(paid).as(strategy.name()).isBetween(0.0, 100.0);
      account.mark(0, 66_250);
      new ContractLife(account, EarlyExercise.NEVER, AssignmentLaw.RATIONAL)
          .evening(0, now + 32 * Ladder.DAY, 0, RandomStreams.of(1).stream("assignment"));
      account.verify();
      double worth = strategy.shares() * 662.50;
      for (OptionLeg leg : strategy.legs()) {
        worth += 100 * leg.contracts() * leg.type().payoff(662.50, leg.strike());
      }
      assertThat(Money.toDouble(account.equity()))
          .as(strategy.name())
          .isCloseTo(200_000 - Money.toDouble(desk.net() + desk.fees()) + worth, within(1e-6));
    }
  }

  private static double yearsTo(RecordedChain chain, LocalDate expiry) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.expiryDay(i) == expiry.toEpochDay()) {
        return chain.years(i);
      }
    }
    throw new AssertionError("no " + expiry);
  }
}
