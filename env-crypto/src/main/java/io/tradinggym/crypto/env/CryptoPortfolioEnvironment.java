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
 * CryptoPortfolio-v1: N perpetuals on common (cross) margin.
 *
 * <pre>
 * | index          | observation                                          | unit         | min | max |
 * | 0 .. WNF-1     | W bars of N assets of F features, oldest bar first   |              | -10 | 10  |
 * | WNF + 5a       | position in asset a at the mark                      | of equity    | -10 | 10  |
 * | WNF + 5a + 1   | unrealised profit of asset a                         | of equity    | -10 | 10  |
 * | WNF + 5a + 2   | whether asset a traded in the last bar               | 0 or 1       | -10 | 10  |
 * | WNF + 5a + 3   | last settled funding rate of asset a                 | basis points | -10 | 10  |
 * | WNF + 5a + 4   | time to the next funding stamp of asset a            | of interval  | -10 | 10  |
 * | WNF + 5N ..    | wallet balance, leverage, margin ratio, distance to liquidation, time left: as in CryptoPerp-v1 |
 * | WNF + 5N + 5 .. | memory of the reward, if it has any                 |              | -10 | 10  |
 * </pre>
 *
 * <p>Actions: N numbers in [-1, 1], the weights as a share of the leverage; together they are scaled down to it.
 * Everything else is as in {@link CryptoPerpEnvironment CryptoPerp-v1}.
 */
public final class CryptoPortfolioEnvironment {
  /** Its id. */
  public static final String ID = "CryptoPortfolio-v1";

  private CryptoPortfolioEnvironment() {}

  static Registration registration() {
    List<Option<?>> options = new ArrayList<>(CryptoOptions.SHARED);
    options.addAll(CryptoOptions.OF_PERPETUALS);
    return new Registration(
        ID, "Trade many perpetuals on common margin", options, CryptoPortfolioEnvironment::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    CryptoRules rules = Terms.perpetuals(options, MarginMode.CROSS);
    return CryptoTrading.of(ID, options, rules, CryptoOptions.PERPETUALS, "coins:4")
        .only(Perpetual.class, "linear perpetuals")
        .weights();
  }
}
