package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.testkit.EnvironmentContract;
import org.junit.jupiter.api.Nested;

/** The crypto environments as everybody uses them. */
class CryptoContractTest {
  private static EnvironmentLogic make(String id, Options options) {
    return Registry.global().maker(id, options.set(CryptoOptions.EPISODE, 60)).get();
  }

  @Nested
  class PerpetualByLevels extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(CryptoPerpEnvironment.ID, Options.NONE);
    }
  }

  @Nested
  class PerpetualByWeightWithMuchLeverage extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          CryptoPerpEnvironment.ID,
          Options.NONE
              .set(CryptoOptions.ACTIONS, ActionMode.WEIGHT)
              .set(CryptoOptions.LEVERAGE, 50.0)
              .set(CryptoOptions.WINDOW, 3));
    }
  }

  @Nested
  class SpotWithBorrowedMoney extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          CryptoSpotEnvironment.ID,
          Options.NONE.set(CryptoOptions.SPOT_LEVERAGE, 3.0).set(CryptoOptions.SPOT_SHORTS, true));
    }
  }

  @Nested
  class PortfolioOfPerpetuals extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(CryptoPortfolioEnvironment.ID, Options.NONE);
    }
  }

  @Nested
  class SpotAgainstPerpetual extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(FundingArbitrageEnvironment.ID, Options.NONE);
    }
  }

  @Nested
  class TwoVenuesOfOneCoin extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(CrossVenueEnvironment.ID, Options.NONE);
    }
  }
}
