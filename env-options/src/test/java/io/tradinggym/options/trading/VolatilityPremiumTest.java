package io.tradinggym.options.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.board.SmileKind;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.reward.Rewards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether hedged straddles earn what the configured premium says, session by session. */
class VolatilityPremiumTest {
  /** Standard errors that chance may take. */
  private static final double CHANCE = 4;

  private static final double VOLATILITY = 0.25;
  private static final int LENGTH = 60;
  private static final int EPISODES = 800;

  /**
   * What a straddle earns over some days on average, implied volatility staying as it is: Black-Scholes with the true
   * variance of those days in the place of the implied one, less what it is worth now. Exact, since logarithmic moves
   * add up.
   */
  private static double earns(
      double spot, double strike, double days, double passed, double premium) {
    double moved = VOLATILITY * VOLATILITY * passed / 365;
    double implied = VOLATILITY * VOLATILITY * premium / 365;
    return straddle(spot, strike, implied * (days - passed) + moved)
        - straddle(spot, strike, implied * days);
  }

  private static double straddle(double spot, double strike, double variance) {
    double volatility = Math.sqrt(variance);
    return BlackScholes.price(OptionType.CALL, spot, strike, 1, 0, 0, volatility)
        + BlackScholes.price(OptionType.PUT, spot, strike, 1, 0, 0, volatility);
  }

  @ParameterizedTest
  @CsvSource({"1.3, -1, 0", "1.3, 0, -1", "1.3, 1, 0", "0.8, -1, 1", "1, -1, -1"})
  void straddlesEarnTheConfiguredPremiumAndNoMore(double premium, float near, float far) {
    OptionMarket market =
        new OptionMarket(VOLATILITY, 0, premium, 0, 6, 0, 0, 1, SmileKind.FLAT, 0, 0, 0.5);
    OptionBoard board = market.boards(OptionMarket.STRIKES).get();
    AccountTerms terms = new AccountTerms(1e6, FillRule.QUOTES, 0, 0, 0, LENGTH);
    EnvironmentLogic env =
        VolatilityTrading.lanes(new VolatilityTask(terms, 10), () -> board, Rewards.profit()).get();
    Frame frame = new Frame(new Batch(env.spec(), 1, AutoReset.SAME_STEP));
    RandomStream random = RandomStreams.of(77).stream("premium");
    Action action = new Action().at(new float[] {near, far}, 0);
    double sum = 0;
    double squares = 0;
    double configured = 0;
    for (int episode = 0; episode < EPISODES; episode++) {
      frame.clear();
      env.reset(random, Options.NONE, frame);
      double expected = 0;
      for (int i = 0; i < LENGTH; i++) {
        double spot = board.spotCents() / 100.0;
        int day = board.day();
        frame.clear();
        assertThat(env.step(action, random, frame)).isEqualTo(EndReason.NONE);
        for (int sleeve = 0; sleeve < 2; sleeve++) {
          double strike =
              board.spotCents() / 100.0 * Math.exp(-0.05 * frame.observation(10 + sleeve));
          int passed = board.day() - day;
          double days = 100 * frame.observation(8 + sleeve) + passed;
          double shares = 1000 * frame.observation(6 + sleeve);
          expected += shares * earns(spot, strike, days, passed, premium);
        }
      }
      double profit = frame.info(0) + frame.info(1) - 1e6;
      sum += profit - expected;
      squares += (profit - expected) * (profit - expected);
      configured += expected;
    }
    double mean = sum / EPISODES;
    double error = Math.sqrt((squares / EPISODES - mean * mean) / EPISODES);
    assertThat(mean).isCloseTo(0, within(CHANCE * error));
    if (premium > 1) {
      double side = near + far;
      assertThat(-side * configured / EPISODES).isGreaterThan(10 * error);
    }
  }
}
