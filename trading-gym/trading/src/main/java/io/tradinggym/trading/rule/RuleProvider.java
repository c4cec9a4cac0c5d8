package io.tradinggym.trading.rule;

import java.util.List;

/** Brings rules by name; found through {@link java.util.ServiceLoader}. */
public interface RuleProvider {
  /** {@return what it brings} */
  List<RuleRegistration> rules();
}
