package io.tradinggym.allocator.multi;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.Money;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.trading.ListedContracts;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.Shown;
import java.util.ArrayList;
import java.util.List;

/** What options of each share cost, and what is held of them. */
final class ChainsBlock implements ObservationBlock {
  private static final int EACH = 5;

  /** Usual at-the-money volatility. */
  private static final double USUAL = 0.25;

  private final SessionDesk<MultiTrader> lane;
  private final MultiBook book;

  ChainsBlock(SessionDesk<MultiTrader> lane) {
    this.lane = lane;
    book = lane.trader().book();
  }

  @Override
  public List<ObservationField> fields() {
    List<ObservationField> fields = new ArrayList<>();
    for (int share = 0; share < book.desks(); share++) {
      String symbol = "[" + book.account().instrument(share).symbol() + "]";
      fields.add(
          Shown.signed(
              "implied_volatility" + symbol, "1", "ln(at-the-money / 25 %), nearest expiry"));
      fields.add(Shown.signed("skew" + symbol, "10 points", "skew, nearest expiry"));
      fields.add(Shown.signed("delta" + symbol, "equity", "delta of its options, as exposure"));
      fields.add(
          Shown.signed(
              "vega" + symbol, "% of equity", "gain of its options from one volatility point"));
      fields.add(Shown.signed("expiry" + symbol, "30 days", "time to the first expiry held"));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    double worth = Math.max(lane.worth(), Money.UNITS);
    for (int share = 0; share < book.desks(); share++) {
      write(frame, at + share * EACH, book.tape().board(share), book.desk(share), worth);
    }
  }

  private static void write(Frame frame, int at, OptionBoard board, OptionDesk desk, double worth) {
    double delta = 0;
    double vega = 0;
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < desk.size(); i++) {
      Quoted option = desk.quote(i);
      double shares = (double) desk.contracts(i) * ListedContracts.MULTIPLIER;
      delta += shares * option.delta;
      vega += shares * option.vega;
      first = Math.min(first, option.expiryDay);
    }
    double spot = board.spotCents() * (double) ListedContracts.CENT;
    boolean shown = board.expiries() > 0;
    frame.observe(at, Shown.within(shown ? StrictMath.log(board.volatility(0) / USUAL) : 0));
    frame.observe(at + 1, Shown.within(shown ? 10 * board.skew(0) : 0));
    frame.observe(at + 2, Shown.within(delta * spot / worth));
    frame.observe(at + 3, Shown.within(vega * Money.UNITS / worth));
    frame.observe(at + 4, desk.size() == 0 ? 0 : Shown.within((first - board.day()) / 30.0));
  }
}
