package io.tradinggym.options.trading;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.trading.MarginCall;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.SessionTrader;
import io.tradinggym.trading.Settlement;
import java.util.List;
import java.util.function.Function;

/** What happens to an account of one underlying and its options between two closes, in the market's order. */
final class OptionDay {
  private OptionDay() {}

  /** Assignment in the evening; at the next close interest and dividends, expiry, what was delivered, margin. */
  static List<Settlement> events(SessionDesk<?> lane, OptionDesk desk, AccountTerms terms) {
    Expiration expiration = new Expiration(desk);
    return List.of(
        new EveningAssignment(desk, terms.stray()),
        new BoardCarry(desk),
        expiration,
        new DeliveryMargin(desk, expiration),
        new MarginCall(lane));
  }

  /** A lane's desk: a board, an account of its own, and what trades it. */
  static <T extends SessionTrader> SessionDesk<T> desk(
      OptionBoard board, AccountTerms terms, Function<OptionDesk, T> trader) {
    OptionDesk desk = OptionDesk.alone(board, terms);
    return new SessionDesk<>(
        board,
        desk.venue().flow(),
        desk.venue().trace(),
        trader.apply(desk),
        terms.capital(),
        terms.episode(),
        lane -> events(lane, desk, terms));
  }
}
