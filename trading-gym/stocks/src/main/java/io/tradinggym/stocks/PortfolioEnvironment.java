package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.trading.Projection;
import io.tradinggym.trading.WeightScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Portfolio-v1: N assets and cash.
 *
 * <pre>
 * | index             | observation                                            | unit      | min | max |
 * | 0 .. WNF-1        | W bars of N assets of F features, oldest bar first     |           | -10 | 10  |
 * | WNF + 3a          | position in asset a                                    | of equity | -10 | 10  |
 * | WNF + 3a + 1      | unrealised profit of asset a                           | of equity | -10 | 10  |
 * | WNF + 3a + 2      | whether asset a traded in the last bar                 | 0 or 1    | -10 | 10  |
 * | WNF + 3N          | cash                                                   | of equity | -10 | 10  |
 * | WNF + 3N + 1      | gross exposure                                         | of equity | -10 | 10  |
 * | WNF + 3N + 2      | distance to liquidation, 1 = nothing at risk           | exposure  | -10 | 10  |
 * | WNF + 3N + 3      | time left in the episode                               | part      | -10 | 10  |
 * | WNF + 3N + 4 ..   | memory of the reward, if it has any                    |           | -10 | 10  |
 * </pre>
 *
 * <p>Actions: numbers in [-1, 1], made into target weights by the {@link Projection}. Assets that did not trade in the
 * last bar (not listed yet, halted) get weight 0. Orders, reward, start and end as in {@link StockEnvironment
 * Stock-v1}.
 */
public final class PortfolioEnvironment {
  /** Its id. */
  public static final String ID = "Portfolio-v1";

  private static final String MARKET = "watchlist";

  private PortfolioEnvironment() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(StockOptions.SHARED);
    options.add(StockOptions.PROJECTION);
    return new Registration(
        ID,
        "Hold many assets: what part of equity in each?",
        options,
        PortfolioEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    StockTrading trading = StockTrading.of(ID, options, MARKET);
    StockRules rules = trading.rules();
    return trading.lanes(
        desk ->
            new WeightScheme(
                desk, options.get(StockOptions.PROJECTION), rules.leverage(), rules.shorts()));
  }
}
