package io.tradinggym.examples.lessons;

import io.tradinggym.allocator.rules.Kelly;
import io.tradinggym.allocator.rules.MinimumVariance;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.examples.lessons.twin.OrderDesk;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.explain.postmortem.Brinson;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.PerShare;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Greeks;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Premiums;
import io.tradinggym.options.strategy.ProfitProfile;
import io.tradinggym.options.strategy.Strategies;
import io.tradinggym.options.surface.EarningsJump;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Numbers of the lessons on trading. */
final class TradingKeys {
  private static final EarningsJump JUMP = new EarningsJump(0.5 / 365, 0.06);

  private TradingKeys() {}

  static void into(Map<String, DoubleSupplier> keys) {
    keys.put("01/round", TradingKeys::roundTrip);
    keys.put("01/commission", () -> commission(100));
    keys.put("01/bp", () -> 2 * commission(10) / 1_000 * 1e4);
    keys.put("01/sum", TradingKeys::books);
    keys.put("02/gap", () -> Math.min(95, 90));
    keys.put("02/trail", () -> 110 * (1 - 0.05));
    keys.put("03/max50", () -> SharpeInference.expectedMaximum(50) / Math.sqrt(4));
    keys.put("03/fifty", () -> 100 * (1 - Math.pow(0.95, 50)));
    keys.put("03/years", () -> Math.pow(1.96 / 0.5, 2));
    keys.put("04/full", () -> kelly(0.08, 0.2));
    keys.put("04/growth", () -> 100 * growth(kelly(0.08, 0.2)));
    keys.put("04/half", () -> 100 * growth(kelly(0.08, 0.2) / 2) / growth(kelly(0.08, 0.2)));
    keys.put("04/coin", () -> 0.55 - 0.45);
    keys.put("04/back", () -> 100 * (1 / 0.5 - 1));
    keys.put("16/price", () -> quarter().price());
    keys.put("16/delta", () -> quarter().delta());
    keys.put("16/gamma", () -> quarter().gamma());
    keys.put("16/theta", () -> quarter().theta() / 365);
    keys.put("16/breakeven", TradingKeys::breakEven);
    keys.put("17/implied", () -> 100 * JUMP.volatility(0.3, 10 / 365.0));
    keys.put("17/move", () -> 100 * JUMP.expectedMove());
    keys.put("17/most", () -> spread().maxGain() / 100);
    keys.put("17/breakeven", () -> spread().breakEvens()[0]);
    keys.put("17/from-crush", () -> 100 * EarningsJump.fromCrush(0.473, 0.3, 10 / 365.0));
    keys.put("18/error", () -> 20 / Math.sqrt(5));
    keys.put("18/allocation", () -> 100 * parts().totalAllocation());
    keys.put("18/selection", () -> 100 * parts().totalSelection());
    keys.put("18/two", () -> leastVariance()[0]);
    keys.put("18/mix", TradingKeys::mixed);
    keys.put("19/left", () -> 100 * Math.pow(0.8, 10));
    keys.put("19/late", () -> 10 * Math.pow(0.8, 1) - 1);
    keys.put("19/half", () -> Math.log(0.5) / Math.log(0.8));
    keys.put("19/tick", () -> 0.5 - 1);
  }

  private static Greeks quarter() {
    return BlackScholes.greeks(OptionType.CALL, 100, 100, 0.25, 0, 0, 0.2);
  }

  /** The move in a day, in percent, at which gamma has earned what theta cost. */
  private static double breakEven() {
    return Math.sqrt(-2 * quarter().theta() / 252 / quarter().gamma());
  }

  /** Spread and commissions of a round trip of 400 shares, from the fills of the exchange. */
  private static double roundTrip() {
    double cost = 0;
    for (OrderDesk.Filled fill : traded(400).fills()) {
      cost += fill.commission() + Math.abs(fill.shares()) * Math.abs(fill.price() - fill.middle());
    }
    return cost;
  }

  private static OrderDesk traded(long shares) {
    Costs costs = new Costs(PerShare.IB_FIXED, Slippage.spread(4));
    OrderDesk desk = new OrderDesk(3, RandomStreams.of(1).stream("path"), costs);
    desk.submit(Order.market(1, 0, shares));
    desk.next();
    desk.submit(Order.market(2, 0, -shares));
    desk.next();
    return desk;
  }

  private static double commission(long shares) {
    return traded(shares).fills().getFirst().commission();
  }

  private static double books() {
    return traded(100).books().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double kelly(double drift, double volatility) {
    double[] weight = new double[1];
    new Kelly(1, 1, 100)
        .weights(new double[] {drift}, new double[] {volatility * volatility}, weight);
    return weight[0];
  }

  private static double growth(double share) {
    return share * 0.08 - share * share * 0.04 / 2;
  }

  private static ProfitProfile spread() {
    Premiums premiums = (type, strike, years) -> strike == 100 ? 3 : 1;
    return ProfitProfile.atExpiry(new Strategies(premiums, 100).bullCallSpread(100, 105, 0.1));
  }

  private static Brinson parts() {
    return Brinson.of(
        new double[] {0.7, 0.3},
        new double[] {0.5, 0.5},
        new double[] {0.04, -0.02},
        new double[] {0.03, 0.01});
  }

  private static double[] leastVariance() {
    double[] weights = new double[2];
    new MinimumVariance(2).weights(new double[] {0.01, 0, 0, 0.04}, weights);
    return weights;
  }

  private static double mixed() {
    double[] w = leastVariance();
    return 100 * Math.sqrt(w[0] * w[0] * 0.01 + w[1] * w[1] * 0.04);
  }
}
