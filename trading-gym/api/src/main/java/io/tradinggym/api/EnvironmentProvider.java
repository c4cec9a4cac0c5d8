package io.tradinggym.api;

import java.util.List;

/** A JAR's environments, found through {@link java.util.ServiceLoader}. */
public interface EnvironmentProvider {
  /** The environments that this JAR brings. */
  List<Registration> environments();
}
