package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.board.SimulatedBoard;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.pricing.OptionType;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Years of rolling chains in the account, beside a {@link PlainBook} that knows nothing of it: orders with commissions,
 * evening assignment, interest, dividends, expiry by exception, margin and margin calls. After every event cash,
 * shares, contracts and equity agree to the unit.
 */
class RollingChainTest {
  private static final int YEARS = 2;
  private static final int SESSIONS = 252 * YEARS;
  private static final long CENT = Money.UNITS / 100;

  /** A wild share, interest of 9 %, dividends of 6 %. */
  private static final OptionMarket MARKET =
      new OptionMarket(0.6, 0, 1.2, 0.3, 6, -0.5, 0.1, 1, SmileKind.STOCK, 0.09, 0.06, 2);

  /** Every life draws its own capital: the smaller, the more margin calls. */
  private static final class Life {
    final RandomStream random;
    final SimulatedBoard board =
        new SimulatedBoard(
            MARKET,
            new SimulatedChain(MARKET.chain(OptionMarket.STRIKES)),
            OptionMarket.sessions());
    final AccountTerms terms;
    final OptionDesk desk;
    final EveningAssignment evening;
    final BoardCarry carry;
    final Expiration expiration;
    final DeliveryMargin delivery;
    final Account account;
    final MarginBook margin = new MarginBook(ExchangeMargin.EQUITY, StrategyKind.LEGS);
    PlainBook plain;
    int calls;
    int named;

    Life(long seed) {
      random = RandomStreams.of(seed).stream("life");
      double cash = random.bernoulli(0.5) ? 200_000 : 8_000;
      double stray = random.bernoulli(0.5) ? 0.03 : 0;
      terms = new AccountTerms(cash, FillRule.QUOTES, 0.65, 0.0001, stray, 504);
      board.start(random, SESSIONS);
      desk = OptionDesk.alone(board, terms);
      evening = new EveningAssignment(desk, stray);
      carry = new BoardCarry(desk);
      expiration = new Expiration(desk);
      delivery = new DeliveryMargin(desk, expiration);
      account = desk.account();
      account.reset(terms.capital());
      desk.venue().begin(board.time());
      desk.contracts().mark();
      carry.open(0);
      plain = new PlainBook(Math.round(100 * cash), board.spotCents());
    }

    void live() {
      for (int day = 0; day < SESSIONS && plain.equity() > 100_000; day++) {
        order();
        pass();
      }
    }

    private void order() {
      if (plain.legs.isEmpty() && random.bernoulli(0.7)) {
        open(StrategyKind.ALL.get(random.integer(StrategyKind.ALL.size())));
      } else if (random.bernoulli(0.05) && desk.closable()) {
        desk.close();
        plain.closeOptions();
        plain.shares(-plain.shares);
      }
      check("after the order");
    }

    private void open(StrategyKind kind) {
      boolean covered = kind.withShares() && plain.shares >= 100;
      StrategyOrder order = new StrategyOrder(kind);
      order.draw(board, random.integer(2), covered, terms.fills(), 65, margin);
      if ((plain.shares != 0 && !covered) || !order.quoted) {
        return;
      }
      long most = (plain.equity() - 100) / (long) Math.max(1, Math.ceil(order.need));
      int units = (int) (covered ? plain.shares / 100 : Math.min(1000, most));
      if (units == 0) {
        return;
      }
      PlainBook before = plain;
      plain = copy(before);
      if (kind.withShares() && !covered) {
        plain.shares(100L * units);
      }
      for (int leg = 0; leg < order.legs.length; leg++) {
        plain.trade(order.legs[leg], (long) units * order.side(leg));
      }
      plain.commission((long) units * order.legs.length);
      boolean filled = desk.open(order, units);
      boolean carried = plain.margin(true) <= plain.equity();
      if (!covered && !Double.isNaN(plain.margin(true))) {
        assertThat(filled).as("%d of %s", units, kind).isEqualTo(carried);
      }
      plain = filled ? plain : before;
    }

    private static PlainBook copy(PlainBook other) {
      PlainBook copy = new PlainBook(other.cash, other.spot);
      copy.shares = other.shares;
      copy.commissions = other.commissions;
      copy.interest = other.interest;
      copy.dividends = other.dividends;
      copy.assigned = other.assigned;
      copy.exercised = other.exercised;
      return copy;
    }

    private void pass() {
      int day = board.day();
      evening.settle(0, random);
      assigned(day);
      check("after the evening");
      board.advance(random);
      desk.contracts().mark();
      desk.venue().flow().advance(board.time());
      carry.settle(0, random);
      plain.carry(board, board.day() - day);
      check("after interest and dividends");
      expiration.settle(0, random);
      delivery.settle(0, random);
      boolean delivered = plain.expire(board.day());
      double opens = plain.margin(true);
      // Mixtures without a name are asked of the account.
      boolean carries = Double.isNaN(opens) ? desk.shares() != 0 : opens <= plain.equity();
      if (delivered && plain.shares != 0 && !carries) {
        plain.shares(-plain.shares);
      }
      check("after expiry");
      margin();
    }

    /** What has vanished in the evening was in the money and sold; without strays all of it, if it was worth it. */
    private void assigned(int day) {
      for (PlainBook.Leg leg : plain.legs) {
        Quoted name = new Quoted();
        name.name(leg.type, leg.strike, leg.expiry);
        long gone = desk.contracts().position(name) - leg.contracts;
        if (gone != 0) {
          assertThat(leg.contracts).isNegative();
          assertThat(leg.payoff(plain.spot)).isPositive();
          if (terms.stray() == 0) {
            assertThat(gone).isEqualTo(-leg.contracts);
          }
        } else if (leg.contracts < 0 && terms.stray() == 0 && leg.payoff(plain.spot) > 0) {
          alive(leg, day);
        }
        if (gone != 0 && terms.stray() == 0) {
          dead(leg, day);
        }
        plain.deliver(leg, -gone);
      }
      plain.legs.removeIf(leg -> leg.contracts == 0);
    }

    /** Not exercised: then it is worth more alive, by a European option's value at least somewhere above it. */
    private void alive(PlainBook.Leg leg, int day) {
      double years = (leg.expiry - day) / 365.0;
      boolean put = leg.type == OptionType.PUT;
      // Exercise forgoes dividends of a call's shares or earns interest on a put's strike: less
      // than this.
      double won =
          put ? leg.strike * MARKET.rate() * years : plain.spot * MARKET.dividendYield() * years;
      double optionality = 0.5 * (leg.bid + leg.ask) - leg.payoff(plain.spot);
      assertThat(optionality > -0.5 - 0.5 * (leg.ask - leg.bid) || won < leg.payoff(plain.spot))
          .isTrue();
    }

    /** Exercised: then its mark shows no time value beyond half its quote's width. */
    private void dead(PlainBook.Leg leg, int day) {
      double mark = 0.5 * (leg.bid + leg.ask);
      assertThat(mark - leg.payoff(plain.spot))
          .as("time value of what was exercised %d days before its end", leg.expiry - day)
          .isLessThanOrEqualTo(0.5 * (leg.ask - leg.bid));
    }

    private void margin() {
      double kept = plain.margin(false);
      if (!Double.isNaN(kept)) {
        named++;
        assertThat((double) account.maintenanceMargin() / CENT).isCloseTo(kept, within(1e-5));
        boolean called = plain.equity() < kept - 1e-6 && desk.holds();
        assertThat(desk.holds() && account.equity() < account.maintenanceMargin())
            .isEqualTo(called);
        if (called) {
          calls++;
          desk.liquidate();
          plain.closeOptions();
          plain.shares(-plain.shares);
          check("after the margin call");
        }
      }
    }

    private void check(String when) {
      account.verify();
      assertThat(account.cash()).as("cash %s", when).isEqualTo(plain.cash * CENT);
      assertThat(desk.shares()).as("shares %s", when).isEqualTo(plain.shares);
      assertThat(desk.size()).as("options %s", when).isEqualTo(plain.legs.size());
      for (PlainBook.Leg leg : plain.legs) {
        Quoted name = new Quoted();
        name.name(leg.type, leg.strike, leg.expiry);
        assertThat((long) desk.contracts().position(name)).isEqualTo(leg.contracts);
      }
      assertThat(account.equity()).as("equity %s", when).isEqualTo(plain.equity() * CENT);
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void theAccountCountsAsAPlainBookDoes(@ForAll long seed) {
    new Life(seed).live();
  }

  /** Early assignment leaves short shares beside a bought call: of one size, but nothing that was sold covers. */
  @Example
  void aBoughtCallBesideShortSharesIsNoCoveredCall() {
    new Life(-4815450114630L).live();
  }

  @Example
  void livesSeeEverything() {
    long assigned = 0;
    long exercised = 0;
    long interest = 0;
    long dividends = 0;
    int calls = 0;
    int named = 0;
    for (long seed = 0; seed < 20; seed++) {
      Life life = new Life(seed);
      life.live();
      assigned += life.evening.assigned() + life.expiration.assigned();
      exercised += life.expiration.exercised();
      interest += life.plain.interest;
      dividends += Math.abs(life.plain.dividends);
      calls += life.calls;
      named += life.named;
    }
    assertThat(assigned).isGreaterThan(100);
    assertThat(exercised).isGreaterThan(100);
    assertThat(interest).isGreaterThan(100_000);
    assertThat(dividends).isGreaterThan(10_000);
    assertThat(calls).isGreaterThan(5);
    assertThat(named).isGreaterThan(1_000);
  }
}
