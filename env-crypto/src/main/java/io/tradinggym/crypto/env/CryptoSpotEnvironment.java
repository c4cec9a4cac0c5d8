package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
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
 * negative cash and on coins owed. Everything else is as in {@link CryptoPerpEnvironment CryptoPerp-v1}, without
 * funding.
 */
public final class CryptoSpotEnvironment {
  /** Its id. */
  public static final String ID = "CryptoSpot-v1";

  private CryptoSpotEnvironment() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(CryptoOptions.SHARED);
    options.addAll(CryptoOptions.OF_SPOT);
    options.add(CryptoOptions.ACTIONS);
    options.add(CryptoOptions.LEVELS);
    return new Registration(
        ID,
        "Hold a coin: what part of equity in it, borrowed if need be?",
        options,
        CryptoSpotEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    return CryptoTrading.of(ID, options, Terms.spot(options), CryptoOptions.SPOT, "btc")
        .only(SpotPair.class, "a spot pair")
        .one("coin")
        .oneAsset();
  }
}
