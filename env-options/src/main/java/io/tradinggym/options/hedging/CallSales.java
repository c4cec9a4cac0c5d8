package io.tradinggym.options.hedging;

import io.tradinggym.options.board.ChainHistory;
import io.tradinggym.options.board.Quoted;
import io.tradinggym.options.board.RecordedBoard;
import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which call of recorded chains is sold when: each day the quoted one nearest to the money, of the expiry nearest to
 * the wanted days. Immutable, shared by all lanes.
 */
final class CallSales {
  /** A sale. */
  record Sale(int index, int strikeCents, int expiryDay) {}

  private final ChainHistory history;
  private final List<Sale> sales;

  /**
   * Looks for calls on every day but the last. Where the data see some of them expire, only those are sold.
   *
   * @throws IllegalArgumentException if there are none
   */
  CallSales(ChainHistory history, double days) {
    history.require(OptionType.CALL);
    this.history = history;
    List<Sale> all = new ArrayList<>();
    RecordedBoard board = new RecordedBoard(history, 0, 0);
    for (int i = 0; i < history.days() - 1; i++) {
      board.show(i);
      Sale sale = sale(board, i, days);
      if (sale != null) {
        all.add(sale);
      }
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "recorded chains from %s to %s have no quoted call to sell"
              .formatted(history.date(0), history.date(history.days() - 1)));
    }
    long last = history.date(history.days() - 1).toEpochDay();
    List<Sale> whole = all.stream().filter(sale -> sale.expiryDay() <= last).toList();
    sales = whole.isEmpty() ? List.copyOf(all) : whole;
  }

  private static @Nullable Sale sale(RecordedBoard board, int index, double days) {
    Sale best = null;
    double distance = Double.POSITIVE_INFINITY;
    for (int n = 0; n < board.expiries(); n++) {
      int strike = strike(board, n);
      double apart = Math.abs(board.expiryDay(n) - board.day() - days);
      if (strike > 0 && apart < distance) {
        best = new Sale(index, strike, board.expiryDay(n));
        distance = apart;
      }
    }
    return best;
  }

  /** The strike nearest to the spot at which a call has quotes and a volatility; 0 if there is none. */
  private static int strike(RecordedBoard board, int expiry) {
    Quoted call = new Quoted();
    int best = 0;
    for (int i = 0; i < board.strikes(expiry); i++) {
      int strike = board.strikeCents(expiry, i);
      boolean nearer =
          best == 0 || Math.abs(strike - board.spotCents()) < Math.abs(best - board.spotCents());
      call.name(OptionType.CALL, strike, board.expiryDay(expiry));
      board.quote(call);
      if (nearer && call.bid != Quoted.NONE && call.volatility > 0) {
        best = strike;
      }
    }
    return best;
  }

  ChainHistory history() {
    return history;
  }

  int size() {
    return sales.size();
  }

  Sale get(int n) {
    return sales.get(n);
  }
}
