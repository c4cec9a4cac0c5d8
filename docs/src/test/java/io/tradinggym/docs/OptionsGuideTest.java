package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.analysis.Analysis;
import io.tradinggym.options.analysis.AnalyzerSettings;
import io.tradinggym.options.analysis.ChainAnalyzer;
import io.tradinggym.options.analysis.Signal;
import io.tradinggym.options.chain.ChainFile;
import io.tradinggym.options.chain.ChainIndex;
import io.tradinggym.options.chain.ChainLaw;
import io.tradinggym.options.chain.ChainSurface;
import io.tradinggym.options.chain.ExpiryCalendar;
import io.tradinggym.options.chain.ExpiryRule;
import io.tradinggym.options.chain.ImpliedForwards;
import io.tradinggym.options.chain.Liquidity;
import io.tradinggym.options.chain.QuoteDefect;
import io.tradinggym.options.chain.QuoteWidth;
import io.tradinggym.options.chain.RecordedChain;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.chain.StrikeRule;
import io.tradinggym.options.chain.TickRule;
import io.tradinggym.options.execution.ChainListing;
import io.tradinggym.options.execution.ComboDesk;
import io.tradinggym.options.execution.ComboResult;
import io.tradinggym.options.execution.FillConvention;
import io.tradinggym.options.execution.OptionCommission;
import io.tradinggym.options.execution.StrategyLegs;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.options.lifecycle.OptimalExercise;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.strategy.Strategy;
import io.tradinggym.options.surface.EarningsJump;
import io.tradinggym.options.surface.SurfaceLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to options. */
class OptionsGuideTest {
  @TempDir private Path folder;

  private static ChainLaw law() {
    LocalDate start = LocalDate.of(2025, 9, 15);
    EarningsJump jump = new EarningsJump(3.5 / 365, 0.05);
    return new ChainLaw(
        SurfaceLaw.equityIndex(0.04, 0.01).withJumps(List.of(jump)),
        ExpiryCalendar.of(ExpiryRule.STOCK, new Nyse(), start, start.plusYears(1)),
        new StrikeRule(StrikeRule.Program.DOLLAR, 0.25),
        TickRule.PENNY_PROGRAM,
        QuoteWidth.LIQUID,
        Liquidity.HEAVY,
        8,
        40,
        false);
  }

  private Path file() throws IOException {
    SimulatedChain chain = new SimulatedChain(law());
    LocalDate day = LocalDate.of(2025, 9, 15);
    chain.reset((int) day.toEpochDay(), 100, 0.04);
    StringBuilder rows =
        new StringBuilder(
            "contractSymbol,lastTradeDate,strike,lastPrice,bid,ask,volume,openInterest,type,expiration\n");
    for (int i = 0; i < chain.size(); i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "XYZ,%s 20:00:00+00:00,%s,%.2f,%.2f,%.2f,%.0f,%.0f,%s,%s%n",
              day,
              chain.strike(i),
              chain.mid(i),
              i == 7 ? chain.ask(i) + 1 : chain.bid(i),
              chain.ask(i),
              chain.volume(i),
              chain.openInterest(i),
              chain.type(i) == OptionType.CALL ? "c" : "p",
              LocalDate.ofEpochDay(chain.expiryDay(i))));
    }
    return Files.writeString(folder.resolve("XYZ.csv"), rows);
  }

  @Test
  void aChainIsReadCalibratedAndLookedThrough() throws IOException {
    Path file = file();
    RecordedChain chain = ChainFile.of(file).excludingBroken().read();
    System.out.println(chain.report());

    ImpliedForwards forwards = ImpliedForwards.of(chain);
    ChainSurface surface = ChainSurface.of(chain, forwards);
    double volatility = surface.surface().volatility(-0.05, 30 / 365.0);
    OptionalDouble index = ChainIndex.of(chain, forwards);

    Analysis analysis =
        new ChainAnalyzer(AnalyzerSettings.DEFAULT)
            .analyse(
                chain,
                forwards.spot(),
                forwards,
                Signal.BULL,
                OptionalDouble.of(0.18),
                Optional.empty());
    System.out.println(analysis.best().getFirst());

    assertThat(chain.report().excluded()).containsEntry(QuoteDefect.CROSSED, 1);
    assertThat(forwards.spot()).isCloseTo(100, within(.05));
    assertThat(volatility).isBetween(.2, .4);
    assertThat(index).isPresent();
    assertThat(analysis.best()).hasSize(3);
  }

  @Test
  void aSimulatedChainFollowsTheSpot() {
    LocalDate start = LocalDate.of(2025, 9, 15);
    ChainLaw law =
        new ChainLaw(
            SurfaceLaw.equityIndex(0.04, 0.01),
            ExpiryCalendar.of(ExpiryRule.STOCK, new Nyse(), start, start.plusYears(1)),
            new StrikeRule(StrikeRule.Program.DOLLAR, 0.25),
            TickRule.PENNY_PROGRAM,
            QuoteWidth.LIQUID,
            Liquidity.HEAVY,
            5,
            10,
            false);
    SimulatedChain chain = new SimulatedChain(law);
    int day = (int) start.toEpochDay();
    chain.reset(day, 100, 0.05);
    chain.advance(day + 1, 101.3, 0.048);
    for (int i = 0; i < chain.size(); i++) {
      if (chain.type(i) == OptionType.PUT && chain.delta(i) < -0.3) {
        System.out.println(chain.strike(i) + " " + chain.bid(i) + " " + chain.ask(i));
      }
    }

    assertThat(chain.size()).isEqualTo(100);
  }

  @Test
  void anIronCondorLivesInAnAccount() throws IOException {
    Path file = file();
    RecordedChain chain = ChainFile.of(file).excludingBroken().read();
    Equity share = Equity.printed("XYZ");
    ChainListing listing =
        new ChainListing(chain, share, Style.AMERICAN, Settlement.PHYSICAL, chain.time());
    AccountMargin margin = new AccountMargin(ExchangeMargin.EQUITY);
    Account account = new Account(listing.instruments(), Currency.USD, margin);
    account.reset(Money.of("10000"));
    listing.underlying(9_999, 10_001);
    listing.mark(account);

    ComboDesk desk =
        new ComboDesk(
            account,
            listing,
            FillConvention.BY_LEGS,
            OptionCommission.INTERACTIVE_BROKERS,
            Commission.NONE);
    Strategies strategies = new Strategies(Premiums.blackScholes(100, 0.04, 0.01, 0.25), 100);
    Strategy condor = strategies.ironCondor(90, 95, 105, 110, 32 / 365.0);
    long now = chain.time().toEpochMilli();
    ComboResult result = desk.execute(StrategyLegs.of(condor, account, 0, now), 2, now);
    System.out.println(result + ", received " + Money.format(-desk.net()) + " each");

    ContractLife life =
        new ContractLife(account, new OptimalExercise(0.04, 0.25), AssignmentLaw.RATIONAL);
    RandomStream random = RandomStreams.of(7).stream("assignment");
    account.mark(0, 10_630);
    long expiry = now + 32L * 24 * 60 * 60 * 1000;
    life.evening(0, expiry, 0, random);
    System.out.println(account.lots(0) + " shares, equity " + Money.format(account.equity()));

    assertThat(result).isEqualTo(ComboResult.FILLED);
    assertThat(desk.net()).isNegative();
    assertThat(account.lots(0)).as("called away").isEqualTo(-200);
    long received = -2 * desk.net() - desk.fees();
    assertThat(account.equity()).isEqualTo(Money.of("10000") + received - Money.of("260"));
  }
}
