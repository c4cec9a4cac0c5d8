package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.instrument.SpotPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * CryptoSpot-v1: one coin and USDT, with borrowed money above leverage 1 and borrowed coins with shorts.
 *
 * <pre>
 * | index     | observation                                        | unit         | min | max |
 * | 0 .. WF-1 | W bars of F features, oldest bar first             |              | -10 | 10  |
 * | WF        | position, negative when short                      | of equity    | -10 | 10  |
 * | WF+1      | unrealised profit                                  | of equity    | -10 | 10  |
 * | WF+2      | whether it traded in the last bar                  | 0 or 1       | -10 | 10  |
 * | WF+3 ..   | USDT held, leverage, margin ratio, distance to liquidation, time left: as in CryptoPerp-v1 |
 * | WF+8 ..   | memory of the reward, if it has any                |              | -10 | 10  |
 * </pre>
 *
 * <p>Actions: see {@link ActionMode}; seven weights from 0 to 1 by default. Interest is charged for every bar on
 * negative cash and on coins owed. Everything else is as in {@link CryptoPerp CryptoPerp-v1}, without funding.
 */
public final class CryptoSpot {
  /** Its id. */
  public static final String ID = "CryptoSpot-v1";

  private CryptoSpot() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(CryptoOptions.SHARED);
    options.addAll(CryptoOptions.OF_SPOT);
    options.add(CryptoOptions.ACTIONS);
    options.add(CryptoOptions.LEVELS);
    return new Registration(
        ID,
        "Hold a coin: what part of equity in it, borrowed if need be?",
        options,
        CryptoSpot::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    CryptoSettings settings = CryptoSettings.of(ID, options, Terms.spot(options), false);
    CryptoRules rules = settings.rules();
    int levels = options.get(CryptoOptions.LEVELS);
    ActionMode mode = options.get(CryptoOptions.ACTIONS);
    Market market = settings.market(options, CryptoOptions.SPOT, "btc");
    settings.only(market, SpotPair.class, "a spot pair");
    if (market.assets() != 1) {
      throw new IllegalArgumentException(
          ID + " trades one coin, the market has " + market.assets() + " assets");
    }
    FeatureTables tables = new FeatureTables(options.get(CryptoOptions.FEATURES), market);
    return () ->
        new CryptoTrading(
            settings,
            market,
            tables,
            mode == ActionMode.LEVELS
                ? new LevelTargets(levels, rules.lowest(), rules.leverage(), 1)
                : new WeightTargets(1, rules.leverage(), rules.shorts()));
  }
}
