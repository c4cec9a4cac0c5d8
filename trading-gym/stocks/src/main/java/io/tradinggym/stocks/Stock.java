package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureTables;
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
 * | WF+5      | distance to liquidation, 1 = nothing at risk       | of equity | -10 | 10  |
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
public final class Stock {
  /** Its id. */
  public static final String ID = "Stock-v1";

  private static final String MARKET = "watchlist:SPY";
  private static final int MOST_LEVELS = 1001;

  private Stock() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(StockOptions.SHARED);
    options.add(StockOptions.ACTIONS);
    options.add(StockOptions.LEVELS);
    return new Registration(
        ID, "Trade one asset: hold what part of equity in it?", options, Stock::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    Settings settings = Settings.of(ID, options);
    int levels = options.get(StockOptions.LEVELS);
    Rules.require("levels", levels >= 2 && levels <= MOST_LEVELS, levels, "in 2 .. " + MOST_LEVELS);
    ActionMode mode = options.get(StockOptions.ACTIONS);
    Market market = settings.market(options, MARKET);
    if (market.assets() != 1) {
      throw new IllegalArgumentException(
          ID + " trades one asset, the market has " + market.assets() + "; use " + Portfolio.ID);
    }
    FeatureTables tables = new FeatureTables(options.get(StockOptions.FEATURES), market);
    return () -> new TradingLogic(settings, market, tables, targets(mode, levels, settings));
  }

  private static Targets targets(ActionMode mode, int levels, Settings settings) {
    double high = settings.rules().leverage();
    return switch (mode) {
      case TRADE -> TradeTargets.sellHoldBuy(settings.lowest(), high);
      case LEVELS -> TradeTargets.levels(levels, settings.lowest(), high);
      case WEIGHT ->
          new WeightTargets(Projection.CLIP_NORMALISE, 1, high, settings.rules().shorts());
    };
  }
}
