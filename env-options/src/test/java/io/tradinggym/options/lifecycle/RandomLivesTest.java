package io.tradinggym.options.lifecycle;

import static io.tradinggym.options.lifecycle.Desk.CENT;
import static io.tradinggym.options.lifecycle.Desk.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Accounts that live through everything that befalls options, beside a plain count of cash, shares and contracts:
 * trades, dividends, splits, exercise, assignment, expiry. After every event both agree to the unit, and the books
 * balance.
 */
class RandomLivesTest {
  private static final int DAYS = 10;

  /** Marks that all splits divide into whole ticks. */
  private static final long GRID = 12;

  private static final class Life {
    final Account account = Desk.account();
    final RandomStream random;
    final ContractLife life;
    final long capital = account.cash();
    final long[] held = new long[Desk.ALL.size()];
    long cash = capital;
    int split;
    long exercised;
    long assigned;
    long expired;
    long owed;

    Life(long seed) {
      random = RandomStreams.of(seed).stream("life");
      AssignmentLaw law = new AssignmentLaw(random.uniform(), 0.5 * random.uniform());
      // Trees are tested by themselves; here anything in the money may be exercised.
      EarlyExercise holders =
          (holder, option, dividend, years) -> dividend > 0 || holder.mark(SHARE) < 10_000;
      life = new ContractLife(account, holders, law);
    }

    /** Ten days, and the shares sold on the last. */
    void live() {
      account.mark(SHARE, price());
      for (int day = 1; day <= DAYS; day++) {
        day(day);
      }
      for (int option = 1; option < held.length; option++) {
        assertThat(account.lots(option)).as("contracts after their expiry").isZero();
      }
      tradeAt(SHARE, -held[SHARE], account.mark(SHARE), 0);
      check();
      assertThat(account.equity()).isEqualTo(cash).isEqualTo(account.cash());
      assertThat(account.balance(0, Entry.UNREALISED)).isZero();
      assertThat(account.balance(0, Entry.SECURITIES)).isZero();
    }

    private void day(int day) {
      long dividend = random.bernoulli(0.3) ? random.integer(300) * CENT : 0;
      for (int i = 0; i < 4; i++) {
        trade(day);
      }
      account.mark(SHARE, price());
      check();
      if (random.bernoulli(0.5)) {
        exercised += life.exercise(SHARE, day * Desk.DAY, dividend);
        count();
      }
      assigned += life.evening(SHARE, day * Desk.DAY, dividend, random);
      count();
      CorporateActions.dividend(account, SHARE, dividend);
      cash += held[SHARE] * dividend;
      owed += held[SHARE] < 0 ? dividend : 0;
      check();
      if (split == 0 && random.bernoulli(0.15)) {
        split(1 + random.integer(Desk.SPLITS.length - 1));
      }
      account.settle();
      check();
    }

    private long price() {
      return GRID * (750L + random.integer(500)) * Desk.SPLITS[split][1] / Desk.SPLITS[split][0];
    }

    /** Trades the share, or a contract that still lives tomorrow. */
    private void trade(int day) {
      int option = 1 + random.integer(Desk.OPTIONS) + split * Desk.OPTIONS;
      boolean lives = Desk.contract(option).expiry() > day * Desk.DAY;
      int asset = !lives || random.bernoulli(0.2) ? SHARE : option;
      long ticks = asset == SHARE ? account.mark(SHARE) : GRID * random.integer(200);
      tradeAt(asset, random.integer(21) - 10L, ticks, random.integer(1_000_000));
    }

    private void tradeAt(int asset, long lots, long ticks, long fee) {
      account.trade(asset, lots, ticks, fee, 0);
      account.mark(asset, ticks);
      cash -= fee + lots * ticks * CENT * units(asset);
      held[asset] += lots;
    }

    private static long units(int asset) {
      return Desk.ALL.get(asset) instanceof OptionContract o ? o.multiplier() : 1;
    }

    /** Settles in the plain count those contracts that have vanished from the account. */
    private void count() {
      for (int asset = 1; asset < held.length; asset++) {
        long gone = held[asset] - account.lots(asset);
        held[asset] -= gone;
        OptionContract contract = Desk.contract(asset);
        boolean call = contract.right() == Right.CALL;
        long above = account.mark(SHARE) - contract.strikeTicks();
        if (call ? above > 0 : above < 0) {
          long shares = (call ? gone : -gone) * contract.multiplier();
          boolean delivers = contract.settlement() == Settlement.PHYSICAL;
          cash += shares * CENT * (delivers ? -contract.strikeTicks() : above);
          held[SHARE] += delivers ? shares : 0;
        } else {
          expired += Math.abs(gone);
        }
      }
    }

    private void split(int kind) {
      long before = account.equity();
      long news = Desk.SPLITS[kind][0];
      long olds = Desk.SPLITS[kind][1];
      CorporateActions.split(account, SHARE, news, olds);
      for (int option = 1; option <= Desk.OPTIONS; option++) {
        int successor = option + kind * Desk.OPTIONS;
        CorporateActions.adjust(account, option, successor, news, olds);
        held[successor] = held[option] * (olds == 1 ? news : 1);
        held[option] = 0;
      }
      long due = held[SHARE] * news;
      held[SHARE] = due / olds;
      cash += due % olds * account.mark(SHARE) * CENT / olds;
      split = kind;
      assertThat(account.equity()).as("equity after a split").isEqualTo(before);
    }

    private void check() {
      account.verify();
      long equity = cash;
      boolean same = true;
      for (int asset = 0; asset < held.length; asset++) {
        same &= account.lots(asset) == held[asset];
        equity += held[asset] * account.mark(asset) * CENT * units(asset);
      }
      assertThat(same).as("positions counted").isTrue();
      assertThat(account.equity()).as("equity").isEqualTo(equity);
      // Income has a negative balance.
      long earned =
          account.balance(0, Entry.REALISED)
              + account.balance(0, Entry.UNREALISED)
              + account.balance(0, Entry.DIVIDENDS)
              + account.balance(0, Entry.COMMISSION);
      assertThat(account.equity()).as("paid in and earned").isEqualTo(capital - earned);
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void accountsBalanceThroughAssignmentExpirySplitsAndDividends(@ForAll long seed) {
    new Life(seed).live();
  }

  @Example
  void livesSeeEverything() {
    long exercised = 0;
    long assigned = 0;
    long expired = 0;
    long owed = 0;
    boolean[] splits = new boolean[Desk.SPLITS.length];
    for (long seed = 0; seed < 200; seed++) {
      Life life = new Life(seed);
      life.live();
      exercised += life.exercised;
      assigned += life.assigned;
      expired += life.expired;
      owed += life.owed;
      splits[life.split] = true;
    }
    assertThat(exercised).as("contracts exercised early").isGreaterThan(500);
    assertThat(assigned).as("contracts assigned early").isGreaterThan(500);
    assertThat(expired).as("contracts that expired worthless").isGreaterThan(500);
    assertThat(owed).as("dividends owed on shares sold short").isPositive();
    assertThat(splits).containsOnly(true);
  }
}
