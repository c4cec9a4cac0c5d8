package io.tradinggym.crypto.env;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers the crypto environments. */
public final class CryptoEnvironments implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public CryptoEnvironments() {}

  @Override
  public List<Registration> environments() {
    return List.of(
        CryptoSpotEnvironment.registration(),
        CryptoPerpEnvironment.registration(),
        CryptoPortfolioEnvironment.registration(),
        FundingArbitrageEnvironment.registration(),
        CrossVenueEnvironment.registration());
  }
}
