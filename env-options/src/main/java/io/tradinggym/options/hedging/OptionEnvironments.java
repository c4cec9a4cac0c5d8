package io.tradinggym.options.hedging;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import io.tradinggym.options.trading.OptionStrategies;
import io.tradinggym.options.trading.VolatilityTrading;
import java.util.List;

/** Registers the option environments. */
public final class OptionEnvironments implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public OptionEnvironments() {}

  @Override
  public List<Registration> environments() {
    return List.of(
        OptionHedging.registration(),
        OptionStrategies.registration(),
        VolatilityTrading.registration());
  }
}
