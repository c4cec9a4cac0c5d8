package io.tradinggym.api;

import java.util.Map;

/** Builds a wrapper from the settings of its {@link WrapperSpec}. */
@FunctionalInterface
public interface WrapperFactory {
  /**
   * {@return the wrapper of these settings}
   *
   * @param settings name and text of each setting
   * @throws IllegalArgumentException naming a setting that is missing or wrong
   */
  Wrapper create(Map<String, String> settings);
}
