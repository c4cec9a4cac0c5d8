package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.exchange.Order;
import java.util.function.LongFunction;

/** Lesson 2: one wish, to buy 100 shares, as different orders on the same paths of noise. */
public final class OrderRace {
  private static final int DAYS = 20;
  private static final long SHARES = 100;

  private OrderRace() {}

  /**
   * What became of a kind of order.
   *
   * @param filled share of the paths on which it was filled within twenty days
   * @param price mean price where it was, dollars
   * @param later mean closing price after twenty days on the paths where it was filled
   * @param missed the same on those where it was not; NaN if there are none
   */
  public record Result(double filled, double price, double later, double missed) {}

  /**
   * Runs an order on many paths that begin at 100.
   *
   * @param order from the closing price in cents
   */
  public static Result buy(LongFunction<Order> order, int paths) {
    double filled = 0;
    double price = 0;
    double later = 0;
    double missed = 0;
    for (int path = 0; path < paths; path++) {
      OrderDesk desk = desk(path);
      desk.submit(order.apply(desk.close()));
      desk.finish();
      if (desk.fills().isEmpty()) {
        missed += desk.close() / 100.0;
      } else {
        filled++;
        price += desk.fills().getFirst().price();
        later += desk.close() / 100.0;
      }
    }
    return new Result(filled / paths, price / filled, later / filled, missed / (paths - filled));
  }

  /**
   * Buys at once, protects with a sale, and tells the profit of each path, dollars.
   *
   * @param protection from the closing price in cents to an order to sell
   */
  public static double[] protect(LongFunction<Order> protection, int paths) {
    double[] profit = new double[paths];
    for (int path = 0; path < paths; path++) {
      OrderDesk desk = desk(path);
      desk.submit(Order.market(1, 0, SHARES));
      desk.next();
      desk.submit(protection.apply(desk.close()));
      desk.finish();
      profit[path] = desk.equity() - OrderDesk.CAPITAL;
    }
    return profit;
  }

  private static OrderDesk desk(int path) {
    return new OrderDesk(DAYS, RandomStreams.of(2).stream("path", path), Costs.US_SHARES);
  }
}
