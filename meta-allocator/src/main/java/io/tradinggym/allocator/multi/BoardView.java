package io.tradinggym.allocator.multi;

import static io.tradinggym.allocator.multi.MultiAsset.limited;

import io.tradinggym.api.Frame;
import io.tradinggym.market.Money;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.trading.ListedContracts;
import io.tradinggym.options.trading.OptionDesk;

/** What is seen of a share's options and of those held. */
final class BoardView {
  private BoardView() {}

  /** Writes five numbers; returns the index after them. */
  static int observe(Frame frame, int from, OptionBoard board, OptionDesk desk, double worth) {
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
    int at = from;
    frame.observe(
        at++, limited(shown ? StrictMath.log(board.volatility(0) / MultiAsset.usual()) : 0));
    frame.observe(at++, limited(shown ? 10 * board.skew(0) : 0));
    frame.observe(at++, limited(delta * spot / worth));
    frame.observe(at++, limited(vega * Money.UNITS / worth));
    frame.observe(at++, desk.size() == 0 ? 0 : limited((first - board.day()) / 30.0));
    return at;
  }
}
