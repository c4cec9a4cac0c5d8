package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;

/**
 * Lesson 19: ten orders wait at the bid and ten at the ask, a tick apart. Orders arrive, are met from the front and are
 * cancelled; the side that empties first loses, and the price moves a tick its way. One of the orders at the bid is
 * ours.
 */
public final class BidQueue {
  private static final int DEPTH = 10;

  private BidQueue() {}

  /**
   * What became of our order.
   *
   * @param filled share of the games in which it was filled
   * @param profit mean profit of those fills against the middle after the price moved, ticks
   */
  public record Result(double filled, double profit) {}

  /**
   * Plays.
   *
   * @param ahead orders before ours, 0 to 9
   */
  public static Result play(int ahead, int games, RandomStream random) {
    int fills = 0;
    double profit = 0;
    for (int game = 0; game < games; game++) {
      int bid = DEPTH;
      int ask = DEPTH;
      int before = ahead;
      boolean filled = false;
      while (bid > 0 && ask > 0) {
        double event = random.uniform();
        if (event < 0.1) {
          bid++;
        } else if (event < 0.4) {
          bid--;
          filled |= before == 0;
          before = Math.max(0, before - 1);
        } else if (event < 0.5) {
          // Somebody else's order is cancelled, any of them alike.
          int others = filled ? bid : bid - 1;
          if (others > 0) {
            before -= random.integer(others) < before ? 1 : 0;
            bid--;
          }
        } else if (event < 0.6) {
          ask++;
        } else {
          ask--;
        }
      }
      if (filled) {
        fills++;
        // Bought at the bid, half a tick below the middle; then the middle moves a tick.
        profit += 0.5 + (ask == 0 ? 1 : -1);
      }
    }
    return new Result((double) fills / games, fills == 0 ? 0 : profit / fills);
  }
}
