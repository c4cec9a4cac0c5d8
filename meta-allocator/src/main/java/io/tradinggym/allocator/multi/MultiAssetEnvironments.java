package io.tradinggym.allocator.multi;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers the environment. */
public final class MultiAssetEnvironments implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public MultiAssetEnvironments() {}

  @Override
  public List<Registration> environments() {
    return List.of(MultiAsset.registration());
  }
}
