package io.tradinggym.api;

import java.util.Map;

/**
 * Name and settings of a wrapper, from which it can be built again.
 *
 * @param name the wrapper's registered name, such as {@code FrameStack}
 * @param settings its parameters as text, such as {@code {size=4}}
 * @param rebuildable false for wrappers around code (a lambda) that no text can carry
 */
public record WrapperSpec(String name, Map<String, String> settings, boolean rebuildable) {
  /** Copies the settings. */
  public WrapperSpec {
    settings = Map.copyOf(settings);
  }

  /**
   * {@return a wrapper that can be rebuilt from these settings}
   *
   * @param name that the registry knows it by
   * @param settings text of each setting, by name
   */
  public static WrapperSpec of(String name, Map<String, String> settings) {
    return new WrapperSpec(name, settings, true);
  }
}
