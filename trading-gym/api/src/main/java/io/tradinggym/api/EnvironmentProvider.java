package io.tradinggym.api;

import java.util.List;
import java.util.Map;

/** A JAR's environments and wrappers, found through {@link java.util.ServiceLoader}. */
public interface EnvironmentProvider {
  /** {@return the environments that this JAR brings} */
  List<Registration> environments();

  /** {@return the wrappers that this JAR brings, by the name in their {@link WrapperSpec}} */
  default Map<String, WrapperFactory> wrappers() {
    return Map.of();
  }
}
