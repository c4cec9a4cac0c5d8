package io.tradinggym.api;

import java.util.Map;

/** Builds a wrapper from the settings of its {@link WrapperSpec}. */
@FunctionalInterface
public interface WrapperFactory {
  /**
   * {@return the wrapper of these settings}
   *
   * @param settings text of each setting, by name, as its {@link WrapperSpec} has them
   * @throws IllegalArgumentException naming a setting that is missing or wrong
   */
  Wrapper create(Map<String, String> settings);
}
