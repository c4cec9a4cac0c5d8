package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.TradingControl;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import io.tradinggym.trading.LevelScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * FundingArbitrage-v1: a coin bought spot and sold as a perpetual, for the funding: cash and carry.
 *
 * <pre>
 * | index       | observation                                          | unit            | min | max |
 * | 0 .. 2WF-1  | W bars of F features of spot and perpetual           |                 | -10 | 10  |
 * | 2WF .. +2   | spot: position, unrealised profit, traded            | as CryptoPerp   | -10 | 10  |
 * | 2WF+3 .. +7 | perpetual: the same, funding rate, time to the stamp | as CryptoPerp   | -10 | 10  |
 * | 2WF+8       | premium of the perpetual over spot                   | 10 basis points | -10 | 10  |
 * | 2WF+9 ..    | wallet balance, leverage, margin ratio, distance to liquidation, time left                |
 * | 2WF+14 ..   | memory of the reward, if it has any                  |                 | -10 | 10  |
 * </pre>
 *
 * <p>Actions: levels of a hedged position, none, half and all by default; all is {@code leverage / 2} of equity in each
 * leg, long spot and short perpetual, or with shorts also the other way round. The profit is the sum of funding less
 * two round trips of fees and the change of the premium. Both legs are filled at the next open; the account is on
 * common margin. Everything else is as in {@link CryptoPerpEnvironment CryptoPerp-v1}.
 */
public final class FundingArbitrageEnvironment {
  /** Its id. */
  public static final String ID = "FundingArbitrage-v1";

  private FundingArbitrageEnvironment() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(CryptoOptions.SHARED);
    options.addAll(CryptoOptions.OF_PAIRS);
    options.add(CryptoOptions.ARBITRAGE_LEVELS);
    return new Registration(
        ID,
        "Earn funding, hedged: spot against perpetual",
        options,
        FundingArbitrageEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    CryptoTrading trading =
        CryptoTrading.of(ID, options, Terms.pairs(options), CryptoOptions.BOTH, "btc").ofPairs();
    List<Instrument> instruments = trading.market().instruments();
    if (instruments.size() != 2
        || !(instruments.get(0) instanceof SpotPair)
        || !(instruments.get(1) instanceof Perpetual)) {
      throw new IllegalArgumentException(
          ID
              + " trades a spot pair and its perpetual, in this order; the market has "
              + instruments);
    }
    int levels = options.get(CryptoOptions.ARBITRAGE_LEVELS);
    CryptoRules rules = trading.rules();
    return trading.lanes(
        desk -> trading.levels(desk, levels, 0.5, -0.5),
        TradingControl.always(
            TradingControl.NO_TRADE,
            "stays out",
            LevelScheme.nearest(levels, rules.lowest(), rules.leverage(), 0)),
        TradingControl.always(
            "always-hedged",
            "enters the largest hedged position at once and stays: what the carry earns by itself",
            levels - 1));
  }
}
