package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.trading.TradingInfo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CryptoPerp-v1 with much leverage, on cross and on isolated margin. */
class MarginModeTest {
  private static final int LEVELS = 11;

  private static Options options(MarginMode mode) {
    return Options.NONE
        .set(CryptoOptions.EPISODE, 60)
        .set(CryptoOptions.MARGIN, mode)
        .set(CryptoOptions.LEVERAGE, 50.0)
        .set(CryptoOptions.LEVELS, LEVELS);
  }

  @Nested
  class Cross extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return Registry.global().maker(CryptoPerpEnvironment.ID, options(MarginMode.CROSS)).get();
    }
  }

  @Nested
  class Isolated extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return Registry.global().maker(CryptoPerpEnvironment.ID, options(MarginMode.ISOLATED)).get();
    }
  }

  /** Fifty times equity, and ten times, of which a fifth of equity is the margin. */
  @ParameterizedTest
  @CsvSource({"CROSS, 10, 0", "ISOLATED, 6, 0.75"})
  void loseNoMoreThanWhatStandsBehind(MarginMode mode, int choice, double left) {
    Options options = options(mode).set(CryptoOptions.EPISODE, 500);
    int liquidated = 0;
    try (Environment env = Gym.make(CryptoPerpEnvironment.ID, none -> options)) {
      for (int seed = 0; seed < 20; seed++) {
        double before = env.reset(seed).info(TradingInfo.EQUITY);
        while (!env.ended()) {
          before = env.last().info(TradingInfo.EQUITY);
          env.step(choice);
        }
        if (env.endReason() == EndReason.MARGIN_CALL) {
          liquidated++;
          assertThat(env.last().info(TradingInfo.EQUITY)).isGreaterThanOrEqualTo(left * before);
          assertThat(env.last().info(TradingInfo.GROSS)).isZero();
        }
      }
    }
    assertThat(liquidated).isPositive();
  }
}
