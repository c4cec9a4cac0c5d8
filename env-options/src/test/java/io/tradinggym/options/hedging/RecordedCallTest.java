package io.tradinggym.options.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.MarketOptions;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.board.RecordedMarket;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.trading.VolatilityTask;
import io.tradinggym.options.trading.VolatilityTrading;
import io.tradinggym.testkit.EnvironmentContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedCallTest {
  private static final int DAYS = 50;
  private static final int LENGTH = 60;
  private static final OptionMarket MARKET =
      new OptionMarket(0.25, 0, 1.1, 0.2, 6, 0, 0, 1, SmileKind.FLAT, 0, 0, 0.2);

  /** The spot of put-call parity is a cent or two off, on 150. */
  private static final double CENTS = 0.04;

  @TempDir private static Path folder = Path.of("");

  // Read once: nobody writes to it, and lanes share it as they do in an environment.
  @SuppressWarnings("NullAway.Init")
  private static ChainHistory history;

  @SuppressWarnings("NullAway.Init")
  private static CallSales sales;

  private static RandomStream stream() {
    return RandomStreams.of(4).stream("market");
  }

  @BeforeAll
  static void record() throws IOException {
    RecordedMarket.record(MARKET, OptionMarket.STRIKES, stream(), LENGTH, DAYS, folder);
    history = ChainHistory.read(folder);
    sales = new CallSales(history, 30);
  }

  @Nested
  class Contract extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return new OptionHedging(HedgingTask.DEFAULT, new RecordedCall(sales), HedgeAction.BAND);
    }
  }

  /** Calls hedged on the simulated screen by hand, and on the files that the screen was written to. */
  @ParameterizedTest
  @CsvSource({"30, 0", "30, .0005", "10, .002", "200, .0005"})
  void aRecordedSimulationIsHedgedAsTheSimulationWas(double days, double cost) {
    CallSales all = new CallSales(history, days);
    for (int n = 0; n < all.size(); n++) {
      RecordedCall call = new RecordedCall(all);
      call.sell(n);
      ShortCall book = new ShortCall(HedgingTask.DEFAULT.withCost(cost), call);
      OptionBoard board = MARKET.boards(OptionMarket.STRIKES).get();
      RandomStream random = stream();
      board.start(random, LENGTH);
      for (int day = 0; day < all.get(n).index(); day++) {
        board.advance(random);
      }
      Quoted sold = nearest(board, days);
      double unit = 100.0 / board.spotCents();
      double premium = sold.markHalfCents;
      double shares = 0;
      double hedge = 0;
      while (!book.over()) {
        double spot = board.spotCents();
        hedge -= cost * spot * Math.abs(sold.delta - shares);
        shares = sold.delta;
        book.hold(book.delta());
        board.advance(random);
        book.move(random());
        hedge += shares * (board.spotCents() - spot);
        if (board.day() < sold.expiryDay) {
          board.quote(sold);
        } else {
          sold.markHalfCents = 2 * sold.worth(board.spotCents());
        }
        double profit = unit * (hedge - 0.5 * (sold.markHalfCents - premium));
        assertThat(call.spot()).isCloseTo(unit * board.spotCents(), within(CENTS));
        assertThat(call.timeLeft() == 0).isEqualTo(board.day() >= sold.expiryDay);
        assertThat(book.profit()).as("sale %d", n).isCloseTo(profit, within(CENTS));
      }
    }
    assertThat(all.size()).isGreaterThan(5);
  }

  /** Nobody draws from it. */
  private static RandomStream random() {
    return RandomStreams.of(1).stream("nothing");
  }

  /** The call nearest to the money, of the expiry nearest to the days. */
  private static Quoted nearest(OptionBoard board, double days) {
    Quoted found = new Quoted();
    double best = Double.POSITIVE_INFINITY;
    for (int n = 0; n < board.expiries(); n++) {
      for (int i = 0; i < board.strikes(n); i++) {
        double apart = Math.abs(board.expiryDay(n) - board.day() - days);
        double away = Math.abs(board.strikeCents(n, i) - board.spotCents());
        if (1e9 * apart + away < best) {
          best = 1e9 * apart + away;
          found.name(OptionType.CALL, board.strikeCents(n, i), board.expiryDay(n));
        }
      }
    }
    board.quote(found);
    return found;
  }

  @Test
  void episodesEndAtTheExpiryIfTheDataSeeIt() {
    try (Environment env =
        Gym.vector("OptionHedging-v1")
            .option(MarketOptions.CHAINS, history)
            .option(HedgingOptions.DAYS, 15.0)
            .single()) {
      for (int seed = 0; seed < 20; seed++) {
        env.reset(seed);
        double sum = 0;
        Step step = env.last();
        while (!env.ended()) {
          step = env.step(new float[] {0});
          sum += step.reward();
        }
        assertThat(env.endReason()).isEqualTo(EndReason.EXPIRY);
        double utility = 1 - Math.exp(-step.info(OptionHedging.PROFIT));
        assertThat(sum).isCloseTo(utility, within(1e-6 * (1 + Math.abs(utility))));
        assertThat(step.observation()[1]).isZero();
      }
    }
  }

  @Test
  void theyEndWithTheDataIfNot() {
    try (Environment env =
        Gym.vector("OptionHedging-v1")
            .option(MarketOptions.CHAINS, history)
            .option(HedgingOptions.DAYS, 200.0)
            .single()) {
      env.reset(1);
      while (!env.ended()) {
        env.step(new float[] {0});
      }
      assertThat(env.endReason()).isEqualTo(EndReason.END_OF_DATA);
    }
  }

  /** Two days of Lean's layout, which has the price of the underlying; the rights are those of all rows of a day. */
  private static ChainHistory days(Path folder, String first, String second) throws IOException {
    String[] rights = {first, second};
    for (int day = 0; day < rights.length; day++) {
      StringBuilder text =
          new StringBuilder(
              "#expiry,strike,right,open,high,low,close,volume,open_interest,implied_volatility,"
                  + "delta,gamma,vega,theta,rho\n,,,100,101,99,100,1000,,,,,,,\n");
      for (int strike = 90; strike <= 110; strike += 5) {
        for (char right : rights[day].toCharArray()) {
          double price = 4 + Math.max(0, right == 'C' ? 100 - strike : strike - 100);
          text.append(
              "20240216,%d,%s,%3$s,%3$s,%3$s,%3$s,9,9,0.3,0,0,0,0,0%n"
                  .formatted(strike, right, price));
        }
      }
      Files.writeString(folder.resolve("lean_universe_xyz_2024010" + (2 + day) + ".csv"), text);
    }
    return ChainHistory.read(folder);
  }

  @Test
  void saysWhatIsMissing(@TempDir Path chains) throws IOException {
    assertThat(new RecordedCall(days(chains, "CP", "CP"), 30).delta()).isBetween(.4, .7);
    ChainHistory puts = days(chains, "P", "P");
    assertThatThrownBy(() -> new RecordedCall(puts, 30))
        .hasMessage(
            "no call is quoted on any of the 2 recorded days from 2024-01-02 to 2024-01-03");
    ChainHistory calls = days(chains, "C", "C");
    assertThat(new RecordedCall(calls, 30).delta()).isBetween(.4, .7);
    assertThatThrownBy(() -> VolatilityTrading.lanes(calls, VolatilityTask.DEFAULT).get())
        .hasMessageContaining("no put is quoted");
    ChainHistory late = days(chains, "P", "C");
    assertThatThrownBy(() -> new RecordedCall(late, 30))
        .hasMessage("recorded chains from 2024-01-02 to 2024-01-03 have no quoted call to sell");
  }

  @ParameterizedTest
  @CsvSource({"lean_universe_goog, 2", "lean_universe_spy, 4"})
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void hedgesRecordedDaysOfRealUnderlyings(String files, int days) {
    Path data = Path.of(System.getenv("TRADING_GYM_DATA"), "options", files);
    ChainHistory real = ChainHistory.read(data);
    assertThat(real.days()).isEqualTo(days);
    try (Environment env =
        Gym.vector("OptionHedging-v1")
            .option(MarketOptions.CHAINS, real)
            .option(HedgingOptions.ACTIONS, HedgeAction.BAND)
            .single()) {
      env.reset(1);
      Step step = env.last();
      assertThat(step.observation()[3]).as("delta").isBetween(0.2f, 1f);
      while (!env.ended()) {
        step = env.step(new float[] {0, 0});
      }
      assertThat(step.info(OptionHedging.PROFIT)).isBetween(-2.0, 2.0);
    }
  }
}
