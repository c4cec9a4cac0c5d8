package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.market.instrument.Perpetual;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * CryptoPerp-v1: one perpetual, long, short or flat, with leverage.
 *
 * <pre>
 * | index     | observation                                        | unit         | min | max |
 * | 0 .. WF-1 | W bars of F features, oldest bar first             |              | -10 | 10  |
 * | WF        | position at the mark, negative when short          | of equity    | -10 | 10  |
 * | WF+1      | unrealised profit                                  | of equity    | -10 | 10  |
 * | WF+2      | whether it traded in the last bar                  | 0 or 1       | -10 | 10  |
 * | WF+3      | last settled funding rate                          | basis points | -10 | 10  |
 * | WF+4      | time to the next funding stamp                     | of interval  | -10 | 10  |
 * | WF+5      | wallet balance                                     | of equity    | -10 | 10  |
 * | WF+6      | leverage: gross exposure                           | of equity    | -10 | 10  |
 * | WF+7      | margin ratio: maintenance margin, 1 = liquidation  | of margin    | -10 | 10  |
 * | WF+8      | distance to liquidation, 1 = nothing at risk       | of exposure  | -10 | 10  |
 * | WF+9      | time left in the episode                           | part         | -10 | 10  |
 * | WF+10 ..  | memory of the reward, if it has any                |              | -10 | 10  |
 * </pre>
 *
 * <p>Actions: see {@link ActionMode}; seven leverages from -3 to 3 by default, those that the venue does not lend
 * enough for masked. Orders are sized at the close that was seen and filled at the next open as taker. Funding is paid
 * at its stamps on what is open then.
 *
 * <p>Margins are those of Binance's table of BTCUSDT of October 2024. Behind the position stands all equity, or with
 * {@link MarginMode#ISOLATED} its worth over the highest leverage: then funding and losses are taken from there, and
 * margin ratio and distance are those of that balance. Liquidation is checked on the mark inside the bar and at its
 * end, before the next observation. It reduces the position tier by tier, with a fee of 1.25 % as far as there is
 * money, and at the bankruptcy price the insurance fund takes over: nobody owes anything afterwards.
 *
 * <p>Reward: the log return of equity unless another is set. Start: a random bar, flat. Terminates with {@code
 * MARGIN_CALL} when liquidation has left no position and with {@code RUIN} when equity is gone in another way;
 * truncated with {@code END_OF_DATA} at the last bar and with {@code TIME_LIMIT} after the episode's length.
 */
public final class CryptoPerpEnvironment {
  /** Its id. */
  public static final String ID = "CryptoPerp-v1";

  private CryptoPerpEnvironment() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(CryptoOptions.SHARED);
    options.addAll(CryptoOptions.OF_PERPETUALS);
    options.add(CryptoOptions.ACTIONS);
    options.add(CryptoOptions.LEVELS);
    options.add(CryptoOptions.MARGIN);
    return new Registration(
        ID,
        "Trade one perpetual: which side, and how much leverage?",
        options,
        CryptoPerpEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    CryptoRules rules = Terms.perpetuals(options, options.get(CryptoOptions.MARGIN));
    return CryptoTrading.of(ID, options, rules, CryptoOptions.PERPETUALS, "btc")
        .only(Perpetual.class, "a linear perpetual")
        .one("perpetual")
        .oneAsset();
  }
}
