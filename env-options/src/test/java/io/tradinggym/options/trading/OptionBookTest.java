package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.SimulatedBoard;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.options.chain.SimulatedChain;
import io.tradinggym.options.lifecycle.AssignmentLaw;
import io.tradinggym.options.lifecycle.ContractLife;
import io.tradinggym.options.lifecycle.EarlyExercise;
import io.tradinggym.options.margin.AccountMargin;
import io.tradinggym.options.margin.ExchangeMargin;
import io.tradinggym.options.margin.MarginBook;
import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The book against the library's double-entry account, which knows nothing of it. */
class OptionBookTest {
  private static final long DAY = 24 * 60 * 60 * 1000L;
  private static final long CENT = Money.UNITS / 100;
  private static final long CASH = 20_000_000;
  private static final OptionMarket MARKET =
      new OptionMarket(0.4, 0, 1.2, 0.3, 6, 0, 0.1, 1, SmileKind.STOCK, 0, 0, 2);

  private final SimulatedChain chain = new SimulatedChain(MARKET.chain(OptionMarket.STRIKES));
  private final int[] sessions = OptionMarket.sessions();

  /** Opens a random strategy, holds it through expiry or closes it before; every evening both say what it is worth. */
  @Property(tries = 150)
  void equityIsTheAccountsToTheCentThroughWholeLives(@ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("lives");
    FillRule fills = random.bernoulli(0.5) ? FillRule.QUOTES : FillRule.ORATS;
    AccountTerms terms = new AccountTerms(CASH / 100.0, fills, 0, 0, 0, 60);
    SimulatedBoard board = new SimulatedBoard(MARKET, chain, sessions);
    board.start(random, 60);
    OptionBook book = new OptionBook(board, terms);
    book.begin();
    Ticket ticket = new Ticket(StrategyKind.ALL.get(random.integer(StrategyKind.ALL.size())));
    MarginBook margin = new MarginBook(ExchangeMargin.EQUITY, StrategyKind.LEGS);
    ticket.draw(board, 1, false, fills, 0, margin);
    if (!ticket.quoted) {
      return;
    }
    int units = 1 + random.integer(20);
    Account account = account(ticket);
    open(account, ticket, units, fills, board);
    book.open(ticket, units);
    int close = random.bernoulli(0.5) ? random.integer(25) : Integer.MAX_VALUE;
    ContractLife life = new ContractLife(account, EarlyExercise.NEVER, AssignmentLaw.RATIONAL);
    for (int day = 0; day < 50; day++) {
      if (day == close && book.size() > 0) {
        close(account, ticket, book, fills, board);
        book.close();
      }
      board.advance(random);
      book.mark();
      book.settle();
      account.mark(0, board.spotCents());
      life.evening(0, board.day() * DAY, 0, random);
      for (int i = 0; i < ticket.legs.length; i++) {
        if (account.lots(1 + i) != 0) {
          board.quote(ticket.legs[i]);
          account.mark(1 + i, ticket.legs[i].twice);
        }
      }
      // Shares that could not be carried were sold at the close.
      if (book.shares() == 0 && account.lots(0) != 0) {
        account.trade(0, -account.lots(0), board.spotCents(), 0, 0);
      }
      assertThat(book.shares()).isEqualTo(account.lots(0) / account.lotsPerUnit(0));
      assertThat(book.equity() * CENT).as("seed %d, day %d", seed, day).isEqualTo(account.equity());
      account.verify();
    }
  }

  /** A share in cents, and the ticket's contracts in half cents, so that the mean of two quotes is a price. */
  private static Account account(Ticket ticket) {
    Equity share = Equity.printed("XYZ");
    List<Instrument> all = new ArrayList<>(List.of(share));
    for (Held leg : ticket.legs) {
      all.add(
          new OptionContract(
              "option " + all.size(),
              share,
              leg.type == OptionType.CALL ? Right.CALL : Right.PUT,
              Style.AMERICAN,
              Settlement.PHYSICAL,
              leg.strikeCents,
              leg.expiryDay * DAY,
              CENT / 2,
              100));
    }
    Account account = new Account(all, Currency.USD, new AccountMargin(ExchangeMargin.EQUITY));
    account.reset(CASH * CENT);
    return account;
  }

  private static void open(
      Account account, Ticket ticket, int units, FillRule fills, OptionBoard board) {
    if (ticket.kind.withShares()) {
      account.trade(0, 100L * units * account.lotsPerUnit(0), board.spotCents(), 0, 0);
    }
    for (int i = 0; i < ticket.legs.length; i++) {
      Held leg = ticket.legs[i];
      int price = leg.fill(leg.contracts, fills, ticket.legs.length);
      account.trade(1 + i, (long) units * leg.contracts, 2L * price, 0, 0);
    }
  }

  private static void close(
      Account account, Ticket ticket, OptionBook book, FillRule fills, OptionBoard board) {
    for (int i = 0; i < ticket.legs.length; i++) {
      Held leg = ticket.legs[i];
      long lots = account.lots(1 + i);
      if (lots != 0) {
        board.quote(leg);
        int price = leg.fill(lots > 0 ? -1 : 1, fills, book.size());
        account.trade(1 + i, -lots, 2L * price, 0, 0);
      }
    }
    account.trade(0, -account.lots(0), board.spotCents(), 0, 0);
  }
}
