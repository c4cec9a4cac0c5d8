package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.trading.SessionDesk;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MultiAssetTest {
  @Nested
  class Contract extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return MultiAsset.lanes(
              CorrelatedMarket.DEFAULT, MultiTask.DEFAULT, Rewards.differentialSharpe())
          .get();
    }
  }

  /** The same equity stands behind everything: a short perpetual leaves less for shares. */
  @Test
  void marginIsOfTheWholeAccount() {
    SessionDesk<MultiTrader> desk = MultiAsset.desk(CorrelatedMarket.DEFAULT, MultiTask.DEFAULT);
    desk.open(RandomStreams.of(5).stream("start"));
    MultiBook book = desk.trader().book();
    Account account = desk.account();
    book.target(0, 1);
    book.target(book.perpetual(), -1);
    // 50 % of 200,000 and 20 % of 200,000, to the lot; 25 % and 10 % to keep.
    double equity = Money.toDouble(account.equity());
    assertThat(Money.toDouble(account.initialMargin())).isBetween(0.699 * equity, 0.701 * equity);
    assertThat(Money.toDouble(account.maintenanceMargin()))
        .isBetween(0.349 * equity, 0.351 * equity);
    book.target(1, 1);
    // What is left, 30 %, opens 60 %, in steps of halves of what was asked for.
    assertThat(Money.toDouble(account.exposure(1))).isBetween(0.49 * equity, 0.51 * equity);
    assertThat(account.initialMargin()).isLessThanOrEqualTo(account.equity());
  }

  /** Shares held and a perpetual sold: a reward hears of both sizes, not of what is left between them. */
  @Test
  void grossIsWhatStandsOnBothSides() {
    SessionDesk<MultiTrader> desk = MultiAsset.desk(CorrelatedMarket.DEFAULT, MultiTask.DEFAULT);
    RandomStream random = RandomStreams.of(5).stream("start");
    desk.open(random);
    MultiBook book = desk.trader().book();
    book.target(0, 0.5);
    book.target(book.perpetual(), -0.4);
    RewardInput flows = new RewardInput();
    desk.value(flows);
    double held = Money.toDouble(desk.account().exposure(0));
    double sold = Money.toDouble(desk.account().exposure(book.perpetual()));
    assertThat(held).isPositive();
    assertThat(sold).isNegative();
    assertThat(flows.gross).isCloseTo(100 * (held - sold), within(1e-3));
    assertThat(flows.traded).isCloseTo(flows.gross, within(0.01 * flows.gross));
    assertThat(flows.equityAfter - flows.equityBefore).isNegative();
  }

  /** Cash earns 4 %, debt costs 5.5 %, for the days between two sessions; shares sold short cost 0.3 % beside. */
  @Test
  void debtCostsMoreThanCashEarns() {
    SessionDesk<MultiTrader> desk = MultiAsset.desk(CorrelatedMarket.DEFAULT, MultiTask.DEFAULT);
    RandomStream random = RandomStreams.of(5).stream("start");
    for (double part : new double[] {0, 1.5}) {
      desk.open(random);
      MultiBook book = desk.trader().book();
      book.target(0, part);
      Account account = desk.account();
      desk.market().advance(random);
      long days = book.tape().days();
      assertThat(days).isPositive();
      double cash = Money.toDouble(account.cash());
      new OvernightCarry(book, 0.04).settle(1, random);
      double rate = part == 0 ? 0.04 : 0.055;
      assertThat(cash * (part == 0 ? 1 : -1)).isPositive();
      assertThat(Money.toDouble(account.cash()) - cash)
          .isCloseTo(cash * rate * days / 360, within(1e-6));
    }
  }

  /** What was asked for in one life is not traded in the next. */
  @Test
  void anEpisodeBeginsWithoutWishes() {
    SessionDesk<MultiTrader> desk = MultiAsset.desk(CorrelatedMarket.DEFAULT, MultiTask.DEFAULT);
    RandomStream random = RandomStreams.of(5).stream("start");
    MultiTrader trader = desk.trader();
    int opened = 0;
    for (int choice = 0; choice < trader.choices(); choice++) {
      desk.open(random);
      trader.choose(0, choice);
      trader.target(1, 0.2);
      desk.trade(random);
      opened += trader.book().contracts();
      assertThat(desk.account().lots(1)).isPositive();
      desk.open(random);
      desk.trade(random);
      assertThat(trader.book().contracts()).as("choice %d", choice).isZero();
      assertThat(desk.account().lots(1)).isZero();
    }
    assertThat(opened).isPositive();
  }

  @Test
  void itIsMadeByIdAndEarnsInterestInCash() {
    try (Environment env = Gym.make(MultiAsset.ID)) {
      env.reset(3);
      double reward = 0;
      float[] keep = new float[env.actionSpace().size()];
      while (!env.ended()) {
        Step step = env.step(keep);
        reward += step.reward();
      }
      // 126 sessions are about half a year at 4 %.
      assertThat(reward).isBetween(0.018, 0.022);
    }
  }

  @Test
  void itSaysWhatItTradesAndShows() {
    try (Environment env = Gym.make(MultiAsset.ID)) {
      TradingView view = Objects.requireNonNull(env.spec().trading());
      assertThat(view.instruments()).containsExactly("S0", "S1", "S2", "S3", "PERP");
      assertThat(view.weights()).isNotNull();
      assertThat(env.spec().observationFields())
          .extracting(field -> field.name())
          .hasSize(env.observationSpace().size())
          .contains("weight[PERP]", "skew[S1]", "funding", "time_left")
          .doesNotHaveDuplicates();
    }
  }
}
