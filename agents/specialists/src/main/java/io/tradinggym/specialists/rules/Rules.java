package io.tradinggym.specialists.rules;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;

/** Rules of the textbooks for the planted markets. */
public final class Rules {
  private static final int POSITION = 10;
  private static final int EWMA_15 = 7;
  private static final int AVERAGE_5 = 5;
  private static final int COINS = 3;
  private static final int SPANS = 4;
  private static final int HELD = COINS * SPANS;

  private Rules() {}

  private interface Choice {
    int choose(float[] x, int from, int step);
  }

  private static Policy rule(String id, EnvironmentSpec spec, Choice choice) {
    if (!spec.id().equals(id)) {
      throw new IllegalArgumentException("the rule is for " + id + ", was given " + spec.id());
    }
    return new RulePolicy(spec) {
      @Override
      protected int choose(float[] observations, int from, int step) {
        return choice.choose(observations, from, step);
      }
    };
  }

  /**
   * {@return the rule that takes the same choice for ever: hold, sell, stay out}
   *
   * @param spec of the environment
   * @param action number of the choice, from 0
   * @throws IllegalArgumentException if there is no such choice
   */
  public static Policy always(EnvironmentSpec spec, int action) {
    if (action < 0 || action >= spec.action().maskSize()) {
      throw new IllegalArgumentException(
          "action must be in 0 .. " + (spec.action().maskSize() - 1) + ", was " + action);
    }
    return rule(spec.id(), spec, (x, from, step) -> action);
  }

  /**
   * {@return a rule for {@code Trend-v1}: long while the exponential mean of returns is above the band, short
   * below minus the band, between them as it was}
   *
   * @param spec of {@code Trend-v1}
   * @param span of the mean, 15, 30 or 60 bars
   * @param band in standard deviations of a bar, &gt;= 0; about .04 at 2 bp, .11 at 10 bp
   */
  public static Policy ewmaBand(EnvironmentSpec spec, int span, double band) {
    int index = span == 15 ? 0 : span == 30 ? 1 : span == 60 ? 2 : -1;
    if (index < 0 || !(band >= 0)) {
      throw new IllegalArgumentException(
          "span must be 15, 30 or 60 and band >= 0, were " + span + " and " + band);
    }
    double decay = 2.0 / (span + 1);
    double threshold = band / StrictMath.sqrt(decay / (2 - decay));
    int lowest = spec.action().maskSize() == 3 ? -1 : 0;
    return rule(
        "Trend-v1",
        spec,
        (x, from, step) -> {
          float mean = x[from + EWMA_15 + index];
          int position =
              mean > threshold ? 1 : mean < -threshold ? lowest : (int) x[from + POSITION];
          return position - lowest;
        });
  }

  /**
   * {@return a rule for {@code Reversion-v1} against the distance z to a moving average: in beyond {@code enter},
   * out when it has come back to {@code leave}}
   *
   * @param spec of {@code Reversion-v1}
   * @param bars of the average, 5, 10, 20, 40 or 60
   * @param enter in standard deviations of noise, &gt;= leave
   * @param leave &gt;= 0; 0 = when the price crosses its average
   */
  public static Policy zScore(EnvironmentSpec spec, int bars, double enter, double leave) {
    int index =
        switch (bars) {
          case 5 -> 0;
          case 10 -> 1;
          case 20 -> 2;
          case 40 -> 3;
          case 60 -> 4;
          default ->
              throw new IllegalArgumentException("bars must be 5, 10, 20, 40 or 60, was " + bars);
        };
    if (!(leave >= 0 && enter >= leave)) {
      throw new IllegalArgumentException(
          "enter >= leave >= 0 must hold, were " + enter + " and " + leave);
    }
    int lowest = spec.action().maskSize() == 3 ? -1 : 0;
    return rule(
        "Reversion-v1",
        spec,
        (x, from, step) -> {
          float z = x[from + AVERAGE_5 + index];
          int held = (int) x[from + POSITION];
          int position = held;
          if (z < -enter) {
            position = 1;
          } else if (z > enter) {
            position = lowest;
          } else if (held * z >= -leave && held != 0) {
            position = 0;
          }
          return position - lowest;
        });
  }

  /**
   * {@return a rule for {@code Volatility-v1}: always short one vega}
   *
   * @param spec of {@code Volatility-v1}
   */
  public static Policy straddleSeller(EnvironmentSpec spec) {
    return rule("Volatility-v1", spec, (x, from, step) -> 0);
  }

  /**
   * {@return a rule for {@code Momentum-v1}: hold the coin whose exponential mean of returns is largest if it is
   * above the band, change only when another is better by the band, else cash}
   *
   * @param spec of {@code Momentum-v1}
   * @param span of the mean, 4, 12, 24 or 48 hours
   * @param band in standard deviations of the mean's noise, &gt;= 0
   */
  public static Policy timeSeriesMomentum(EnvironmentSpec spec, int span, double band) {
    int index = span == 4 ? 0 : span == 12 ? 1 : span == 24 ? 2 : span == 48 ? 3 : -1;
    if (index < 0 || !(band >= 0)) {
      throw new IllegalArgumentException(
          "span must be 4, 12, 24 or 48 and band >= 0, were " + span + " and " + band);
    }
    return rule(
        "Momentum-v1",
        spec,
        (x, from, step) -> {
          int held = 0;
          int best = 0;
          double most = 0;
          for (int coin = 1; coin <= COINS; coin++) {
            held = x[from + HELD + coin] == 1 ? coin : held;
            float mean = x[from + (coin - 1) * SPANS + index];
            if (mean > most) {
              most = mean;
              best = coin;
            }
          }
          double own = held == 0 ? 0 : x[from + (held - 1) * SPANS + index];
          return most > own + band || own < -band ? best : held;
        });
  }
}
