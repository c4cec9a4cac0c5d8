package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.LevelScheme;
import io.tradinggym.trading.Projection;
import io.tradinggym.trading.SellHoldBuyScheme;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.WeightScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stock-v1: one asset and cash.
 *
 * <pre>
 * | index     | observation                                        | unit      | min | max |
 * | 0 .. WF-1 | W bars of F features, oldest bar first             |           | -10 | 10  |
 * | WF        | position                                           | of equity | -10 | 10  |
 * | WF+1      | unrealised profit                                  | of equity | -10 | 10  |
 * | WF+2      | whether the asset traded in the last bar           | 0 or 1    | -10 | 10  |
 * | WF+3      | cash                                               | of equity | -10 | 10  |
 * | WF+4      | gross exposure                                     | of equity | -10 | 10  |
 * | WF+5      | distance to liquidation, 1 = nothing at risk       | exposure  | -10 | 10  |
 * | WF+6      | time left in the episode                           | part      | -10 | 10  |
 * | WF+7 ..   | memory of the reward, if it has any                |           | -10 | 10  |
 * </pre>
 *
 * <p>Actions: see {@link ActionMode}; five target weights from 0 to 1 by default. Orders are sized at the close that
 * was seen and filled at the next open, with spread and commission. Reward: the log return of equity unless another is
 * set. Start: a random bar, in cash. Terminates with {@code RUIN} when equity is gone and {@code MARGIN_CALL} when
 * positions were liquidated; truncated with {@code END_OF_DATA} at the last bar and with {@code TIME_LIMIT} after the
 * episode's length.
 */
public final class StockEnvironment {
  /** Its id. */
  public static final String ID = "Stock-v1";

  private static final String MARKET = "watchlist:SPY";

  private StockEnvironment() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(StockOptions.SHARED);
    options.add(StockOptions.ACTIONS);
    options.add(StockOptions.LEVELS);
    return new Registration(
        ID, "Trade one asset: hold what part of equity in it?", options, StockEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    StockTrading trading = StockTrading.of(ID, options, MARKET);
    int assets = trading.market().assets();
    if (assets != 1) {
      throw new IllegalArgumentException(
          ID + " trades one asset, the market has " + assets + "; use " + PortfolioEnvironment.ID);
    }
    return trading.lanes(desk -> actions(options, trading.rules(), desk));
  }

  private static ActionScheme actions(Options options, StockRules rules, TradingDesk desk) {
    double low = rules.lowest();
    double high = rules.leverage();
    return switch (options.get(StockOptions.ACTIONS)) {
      case TRADE -> new SellHoldBuyScheme(desk, low, high);
      case LEVELS -> new LevelScheme(desk, options.get(StockOptions.LEVELS), low, high, null, 1);
      case WEIGHT -> new WeightScheme(desk, Projection.CLIP_NORMALISE, high, rules.shorts());
    };
  }
}
