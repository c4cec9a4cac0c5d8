package io.tradinggym.specialists.optimum;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.specialists.planted.MomentumLaw;
import io.tradinggym.specialists.planted.PlantedMarkets;
import io.tradinggym.specialists.planted.VolatilityMarket;
import io.tradinggym.specialists.rules.RulePolicy;

/**
 * The optima as policies of environments made with {@code informed: true} ({@code Volatility-v1} hides nothing).
 * Deterministic, shared, allocation-free.
 */
public final class OptimalPolicies {
  private static final int POSITION = 10;
  private static final int FILTER = 11;
  private static final int COINS = MomentumLaw.COINS;
  private static final int HELD = 12;
  private static final int MODES = 16;

  private static final int AXIS = 21;
  private static final int HISTORY = 64;

  private OptimalPolicies() {}

  /**
   * {@return the optimum of a planted environment by id} Solved here, which takes up to some seconds.
   *
   * @param id of the environment, such as {@code Trend-v1}
   * @param options of the environment; the filter is seen whatever they say
   * @throws IllegalArgumentException if it is no planted market, or one without an edge: then it is cash
   */
  public static Policy of(String id, Options options) {
    if (!options.get(PlantedMarkets.EDGE)) {
      throw new IllegalArgumentException(id + " without its edge has cash as its optimum");
    }
    boolean hides = !id.equals("Volatility-v1");
    Options seen = hides ? options.set(PlantedMarkets.INFORMED, true) : options;
    EnvironmentSpec spec = Registry.global().maker(id, seen).get().spec();
    return switch (id) {
      case "Trend-v1" -> of(new TrendOptimum(PlantedMarkets.trend(options)), spec);
      case "Reversion-v1" ->
          of(ReversionOptimum.levelUnknown(PlantedMarkets.reversion(options), HISTORY), spec);
      case "Momentum-v1" -> of(new MomentumOptimum(PlantedMarkets.momentum(options), AXIS), spec);
      case "Volatility-v1" -> of(new VolatilityOptimum(PlantedMarkets.volatility(options)), spec);
      default -> throw new IllegalArgumentException("no planted market: " + id);
    };
  }

  private static void require(EnvironmentSpec spec, String id, int size) {
    if (!spec.id().equals(id) || spec.observation().size() != size) {
      throw new IllegalArgumentException(
          "the optimum needs "
              + id
              + " with informed: true, "
              + size
              + " observed numbers; was given "
              + spec.id()
              + " with "
              + spec.observation().size());
    }
  }

  /**
   * {@return the optimal policy of {@code Trend-v1}}
   *
   * @param optimum the solved market
   * @param spec of an informed {@code Trend-v1}
   */
  public static Policy of(TrendOptimum optimum, EnvironmentSpec spec) {
    require(spec, "Trend-v1", FILTER + 1);
    int lowest = optimum.law().shorts() ? -1 : 0;
    return new RulePolicy(spec) {
      @Override
      protected int choose(float[] x, int from, int step) {
        return optimum.act(step, x[from + FILTER], (int) x[from + POSITION]) - lowest;
      }
    };
  }

  /**
   * {@return the optimal policy of {@code Reversion-v1}, the level unknown}
   *
   * @param optimum the solved market
   * @param spec of an informed {@code Reversion-v1}
   */
  public static Policy of(ReversionOptimum optimum, EnvironmentSpec spec) {
    require(spec, "Reversion-v1", FILTER + 1);
    int lowest = optimum.law().shorts() ? -1 : 0;
    double scale = optimum.law().stationary();
    return new RulePolicy(spec) {
      @Override
      protected int choose(float[] x, int from, int step) {
        return optimum.act(step, scale * x[from + FILTER], (int) x[from + POSITION]) - lowest;
      }
    };
  }

  /**
   * {@return the optimal policy of {@code Volatility-v1}}
   *
   * @param optimum the solved market
   * @param spec of {@code Volatility-v1}
   */
  public static Policy of(VolatilityOptimum optimum, EnvironmentSpec spec) {
    require(spec, "Volatility-v1", 2);
    double realised = optimum.law().realised();
    return new RulePolicy(spec) {
      @Override
      protected int choose(float[] x, int from, int step) {
        double v = realised * StrictMath.exp(x[from] / VolatilityMarket.SCALE);
        return optimum.act(step, v, (int) x[from + 1]) + 1;
      }
    };
  }

  /**
   * {@return the optimal policy of {@code Momentum-v1}}
   *
   * @param optimum the solved market
   * @param spec of an informed {@code Momentum-v1}
   */
  public static Policy of(MomentumOptimum optimum, EnvironmentSpec spec) {
    require(spec, "Momentum-v1", MODES + COINS);
    double scale = optimum.law().drift();
    return new RulePolicy(spec) {
      @Override
      protected int choose(float[] x, int from, int step) {
        double[] predicted = {
          scale * x[from + MODES], scale * x[from + MODES + 1], scale * x[from + MODES + 2]
        };
        int held = 0;
        for (int coin = 1; coin <= COINS; coin++) {
          held = x[from + HELD + coin] == 1 ? coin : held;
        }
        return optimum.act(step, predicted, held);
      }
    };
  }
}
