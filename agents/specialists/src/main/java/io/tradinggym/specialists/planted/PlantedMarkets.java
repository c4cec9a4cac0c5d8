package io.tradinggym.specialists.planted;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers the planted markets. */
public final class PlantedMarkets implements EnvironmentProvider {
  /** Whether there is anything to earn. */
  public static final Option<Boolean> EDGE =
      Option.flag("edge", true, "false removes the edge and leaves costs and noise: the null");

  /** Whether the exact filter is seen. */
  public static final Option<Boolean> INFORMED =
      Option.flag("informed", false, "appends the exact filter to the observation");

  /** Cost of one way in Trend-v1 and Reversion-v1. */
  public static final Option<Double> COST =
      Option.number("cost", 2e-4, "of one way, share of what is traded, in [0, 0.5)");

  /** Cost of one way in Momentum-v1. */
  public static final Option<Double> COIN_COST =
      Option.number("cost", 5e-4, "of one way, share of what is traded, in [0, 0.5)");

  /** Cost of a trade in Volatility-v1. */
  public static final Option<Double> VEGA_COST =
      Option.number("cost", 0.5, "volatility points a unit of vega traded, >= 0");

  /** Drift of Trend-v1. */
  public static final Option<Double> DRIFT =
      Option.number("drift", 0.002, "log return of a bar in the trend's direction, >= 0");

  /** Drifts of Momentum-v1. */
  public static final Option<Double> COIN_DRIFT =
      Option.number(
          "drift", 0.0012, "standard deviation of a coin's drift, log return a bar, >= 0");

  /** Chance of a flip. */
  public static final Option<Double> FLIP =
      Option.number("flip", 1.0 / 60, "chance that the trend turns from bar to bar, in [0, 0.5)");

  /** Whether positions may be negative. */
  public static final Option<Boolean> SHORTS =
      Option.flag("shorts", true, "positions -1, 0, 1; false: 0, 1");

  /** Bars until half of a distance is gone. */
  public static final Option<Double> HALF_LIFE =
      Option.number("halfLife", 20, "bars until half of the distance to the level is gone, > 0");

  /** Volatility of a year. */
  public static final Option<Double> VOLATILITY =
      Option.number("volatility", 0.2, "of the price a year, > 0");

  /** Variance premium. */
  public static final Option<Double> PREMIUM =
      Option.number("premium", 1, "implied over realised variance in the middle, > 0");

  /** How far implied volatility wanders. */
  public static final Option<Double> SPREAD =
      Option.number(
          "spread", 0.2, "standard deviation of the logarithm of implied volatility, > 0");

  /** For {@link java.util.ServiceLoader}. */
  public PlantedMarkets() {}

  /**
   * {@return the law of Trend-v1 with these options}
   *
   * @param options of the environment
   */
  public static TrendLaw trend(Options options) {
    TrendLaw standard = TrendLaw.standard();
    return new TrendLaw(
        options.get(EDGE) ? options.get(DRIFT) : 0,
        standard.sd(),
        options.get(FLIP),
        options.get(COST),
        options.get(SHORTS),
        standard.bars());
  }

  /**
   * {@return the law of Reversion-v1 with these options}
   *
   * @param options of the environment
   */
  public static ReversionLaw reversion(Options options) {
    ReversionLaw law =
        ReversionLaw.of(
            options.get(HALF_LIFE),
            options.get(VOLATILITY),
            options.get(COST),
            options.get(SHORTS),
            ReversionLaw.standard().bars());
    return options.get(EDGE) ? law : law.withoutEdge();
  }

  /**
   * {@return the law of Momentum-v1 with these options}
   *
   * @param options of the environment
   */
  public static MomentumLaw momentum(Options options) {
    double drift = options.get(EDGE) ? options.get(COIN_DRIFT) : 0;
    return MomentumLaw.standard().with(drift, options.get(COIN_COST));
  }

  /**
   * {@return the law of Volatility-v1 with these options}
   *
   * @param options of the environment
   */
  public static VolatilityLaw volatility(Options options) {
    VolatilityLaw law =
        VolatilityLaw.with(options.get(PREMIUM), options.get(SPREAD), options.get(VEGA_COST));
    return options.get(EDGE) ? law : law.withoutEdge();
  }

  @Override
  public List<Registration> environments() {
    return List.of(
        new Registration(
            "Trend-v1",
            "A planted trend whose direction flips; its optimum is known.",
            List.of(DRIFT, FLIP, COST, SHORTS, EDGE, INFORMED),
            options -> {
              TrendLaw law = trend(options);
              boolean informed = options.get(INFORMED);
              return () -> new TrendMarket(law, informed);
            }),
        new Registration(
            "Reversion-v1",
            "A price that returns to an unknown level; its optimum is known.",
            List.of(HALF_LIFE, VOLATILITY, COST, SHORTS, EDGE, INFORMED),
            options -> {
              ReversionLaw law = reversion(options);
              boolean informed = options.get(INFORMED);
              return () -> new ReversionMarket(law, informed);
            }),
        new Registration(
            "Momentum-v1",
            "Three coins with wandering drifts, one held at a time; its optimum is known.",
            List.of(COIN_DRIFT, COIN_COST, EDGE, INFORMED),
            options -> {
              MomentumLaw law = momentum(options);
              boolean informed = options.get(INFORMED);
              return () -> new MomentumMarket(law, informed);
            }),
        new Registration(
            "Volatility-v1",
            "Implied volatility that reverts, bought and sold by the vega; its optimum is known.",
            List.of(PREMIUM, SPREAD, VEGA_COST, EDGE),
            options -> {
              VolatilityLaw law = volatility(options);
              return () -> new VolatilityMarket(law);
            }));
  }
}
