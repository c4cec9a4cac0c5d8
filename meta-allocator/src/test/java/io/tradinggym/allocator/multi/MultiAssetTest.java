package io.tradinggym.allocator.multi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Step;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MultiAssetTest {
  @Nested
  class Contract extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return new MultiAsset(MultiMarket.DEFAULT, MultiTask.DEFAULT, Rewards.differentialSharpe());
    }
  }

  /** Cash as told by every fill and every posting. */
  private static final class Told implements AccountListener {
    long cash;
    int fills;
    int exercises;
    int funding;
    int dividends;

    @Override
    public void traded(
        TradeReason reason,
        int asset,
        long lots,
        long perLot,
        long commission,
        long charged,
        long realised,
        long moved) {
      cash += moved;
      fills++;
      exercises += reason == TradeReason.EXERCISE || reason == TradeReason.ASSIGNMENT ? 1 : 0;
    }

    @Override
    public void posted(int asset, int currency, Entry debit, Entry credit, long amount) {
      cash += debit == Entry.CASH ? amount : 0;
      cash -= credit == Entry.CASH ? amount : 0;
      funding += credit == Entry.FUNDING ? 1 : 0;
      dividends += credit == Entry.DIVIDENDS ? 1 : 0;
    }
  }

  /** Random actions: after every session books balance, and fills and cash flows are the change in cash. */
  @Test
  void everySessionIsAccountedForToTheUnit() {
    RandomStream random = RandomStreams.of(11).stream("life");
    MultiTask task = MultiTask.DEFAULT;
    CorrelatedPrices prices = new CorrelatedPrices(MultiMarket.DEFAULT, 13);
    MultiAccount book = new MultiAccount(MultiMarket.DEFAULT, task, prices);
    Account account = book.account();
    Choices[] choices = {
      new Choices(prices.board(0), book.desk(0), task),
      new Choices(prices.board(1), book.desk(1), task)
    };
    Told told = new Told();
    int calls = 0;
    long contracts = 0;
    for (int life = 0; life < 40; life++) {
      account.listener(AccountListener.NONE);
      prices.start(random, 252);
      book.begin();
      account.listener(told);
      told.cash = account.cash();
      boolean called = false;
      for (int day = 0; day < 252 && !called && account.equity() > 0; day++) {
        for (Choices each : choices) {
          each.draw(account.equity() / (Money.UNITS / 100.0));
          each.act(random.integer(each.size()));
        }
        for (int asset = 0; asset <= book.perpetual(); asset++) {
          if (random.bernoulli(0.2)) {
            book.target(asset, 3 * random.uniform() - 1.2);
          }
        }
        called = book.pass(random);
        account.verify();
        assertThat(told.cash).isEqualTo(account.cash());
        contracts += book.desk(0).size() + book.desk(1).size();
      }
      calls += called ? 1 : 0;
      if (called) {
        assertThat(account.gross()).isZero();
        assertThat(account.equity()).isEqualTo(account.cash());
      }
    }
    assertThat(told.fills).isGreaterThan(5_000);
    assertThat(told.exercises).isGreaterThan(50);
    assertThat(told.funding).isGreaterThan(5_000);
    assertThat(told.dividends).isGreaterThan(1_000);
    assertThat(calls).isGreaterThan(2);
    assertThat(contracts).isGreaterThan(5_000);
    assertThat(account.assets()).isEqualTo(4 + 1 + 2 * OptionDesk.SLOTS);
  }

  /** The same equity stands behind everything: a short perpetual leaves less for shares. */
  @Test
  void marginIsOfTheWholeAccount() {
    CorrelatedPrices prices = new CorrelatedPrices(MultiMarket.DEFAULT, 13);
    MultiAccount book = new MultiAccount(MultiMarket.DEFAULT, MultiTask.DEFAULT, prices);
    prices.start(RandomStreams.of(5).stream("start"), 20);
    book.begin();
    Account account = book.account();
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
}
