package io.tradinggym.examples.derivatives;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Step;
import io.tradinggym.crypto.env.CryptoOptions;
import io.tradinggym.trading.TradingInfo;

/**
 * Cash and carry: coins bought, as many sold as perpetuals, and whoever is long of these pays funding three times a
 * day. What is earned is the funding less the fees of both legs; the price of the coin does not matter.
 */
public final class FundingCarry {
  private static final int ALL = 1;

  private FundingCarry() {}

  /** Holds the pair for a month of hours. */
  public static void main(String[] args) {
    Options options =
        Options.NONE
            .set(CryptoOptions.BOTH, CryptoOptions.BOTH.parse("carry:10"))
            .set(CryptoOptions.ARBITRAGE_LEVELS, 2);
    try (Environment month = Gym.make("FundingArbitrage-v1", o -> options)) {
      double start = month.reset(7).info(TradingInfo.EQUITY);
      double fees = 0;
      double funding = 0;
      Step step = month.last();
      while (!month.ended()) {
        step = month.step(ALL);
        fees += step.info(TradingInfo.FEES);
        funding -= step.info(TradingInfo.FUNDING);
      }
      double earned = step.info(TradingInfo.EQUITY) - start;
      System.out.printf(
          "funding %.0f, fees %.0f, premium and spread %.0f: earned %.2f %% in a month%n",
          funding, fees, earned - funding + fees, 100 * earned / start);
    }
  }
}
