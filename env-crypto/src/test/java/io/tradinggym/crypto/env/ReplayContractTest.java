package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.market.data.Market;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.testkit.Recorded;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The crypto environments on history, whose many lanes share what they are made of. */
class ReplayContractTest {
  private static final Map<String, Market> HISTORIES = new TreeMap<>();

  private static EnvironmentLogic make(
      String id, Option<Market> option, String law, Options options) {
    Market history =
        HISTORIES.computeIfAbsent(id, key -> Recorded.of(option.parse(law).forEpisodes(0, 500), 1));
    return Registry.global()
        .maker(id, options.set(option, history).set(CryptoOptions.EPISODE, 40))
        .get();
  }

  private static EnvironmentLogic perpetual(Options options) {
    return make(CryptoPerpEnvironment.ID, CryptoOptions.PERPETUALS, "noise:1", options);
  }

  private static EnvironmentLogic portfolio(Options options) {
    return make(CryptoPortfolioEnvironment.ID, CryptoOptions.PERPETUALS, "noise:3", options);
  }

  @Test
  void manyLanesOnHistoryShareOneLogic() {
    assertThat(perpetual(Options.NONE).laneState()).isPresent();
    assertThat(portfolio(Options.NONE).laneState()).isPresent();
  }

  @Nested
  class Perpetual extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return perpetual(Options.NONE);
    }
  }

  @Nested
  class IsolatedPerpetualWithMuchLeverage extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return perpetual(
          Options.NONE
              .set(CryptoOptions.ACTIONS, ActionMode.WEIGHT)
              .set(CryptoOptions.MARGIN, MarginMode.ISOLATED)
              .set(CryptoOptions.LEVERAGE, 50.0));
    }
  }

  @Nested
  class Portfolio extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return portfolio(Options.NONE);
    }
  }

  @Nested
  class SpotWithBorrowedCoins extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          CryptoSpotEnvironment.ID,
          CryptoOptions.SPOT,
          "noise:1",
          Options.NONE.set(CryptoOptions.SPOT_LEVERAGE, 3.0).set(CryptoOptions.SPOT_SHORTS, true));
    }
  }

  @Nested
  class SpotAgainstPerpetual extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(FundingArbitrageEnvironment.ID, CryptoOptions.BOTH, "noise:1", Options.NONE);
    }
  }
}
