package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers the stock environments. */
public final class StockEnvironments implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public StockEnvironments() {}

  @Override
  public List<Registration> environments() {
    return List.of(StockEnvironment.registration(), PortfolioEnvironment.registration());
  }
}
