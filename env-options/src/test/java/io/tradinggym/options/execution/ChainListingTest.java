package io.tradinggym.options.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.NoMargin;
import io.tradinggym.options.strategy.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    Account account = new Account(listing.instruments(), Currency.USD, new NoMargin());
    account.reset(10_000 * Money.UNITS);
    listing.underlying(9_999, 10_001);
    listing.mark(account);
    assertThat(account.mark(0)).isEqualTo(10_000);
    assertThat(account.mark(5)).as("nobody bids").isEqualTo(5);

    long now = chain.time().toEpochMilli();
    Strategies strategies = new Strategies((type, strike, years) -> 1, 100);
    Combo condor =
        Combo.of(strategies.ironCondor(90, 95, 105, 112, chain.years(0)), account, 0, now);
    ComboDesk desk =
        new ComboDesk(
            account,
            listing,
            FillConvention.BY_LEGS,
            OptionCommission.INTERACTIVE_BROKERS,
            Commission.NONE,
            new AccountMargin(account, ExchangeMargin.EQUITY));
    assertThat(desk.execute(condor, 2, now)).isEqualTo(ComboResult.FILLED);
    // 53 % of 10 cents is 6 by the tick: pays .56, receives 1.24 and 1.14, pays the offer of .10
    // where nobody bids.
    assertThat(desk.net()).isEqualTo(Money.of("-172"));
    assertThat(desk.fees()).isEqualTo(Money.of("5.20"));
    assertThat(account.cash()).isEqualTo(Money.of("10338.80"));
    account.verify();
  }
}
